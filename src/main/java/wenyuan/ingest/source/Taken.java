package wenyuan.ingest.source;

import java.util.HashSet;
import java.util.Set;

/** Names already given in one folder or archive: two names of bytes may look alike, and a zip may hold a name twice. */
final class Taken {
    private final Set<String> names = new HashSet<>();

    /** {@code name}, or {@code name#2} and so on when it was given before. */
    String distinct(String name) {
        String free = name;
        for (int n = 2; !names.add(free); n++) {
            free = name + "#" + n;
        }
        return free;
    }
}
