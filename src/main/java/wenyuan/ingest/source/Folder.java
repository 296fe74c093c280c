package wenyuan.ingest.source;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import wenyuan.model.FailureCause;
import wenyuan.model.SkipCause;

/** A folder on disk, in name order. Links are followed, except back to a folder that is open already. */
final class Folder implements Container {
    /** A name in this folder, as shown and as it opens. */
    private record Member(String name, Path path) {}

    private final String shown;
    private final boolean pageAssets;
    private final Set<Path> open;
    private final Opener opener;
    private final Iterator<Member> members;
    private final Set<String> names;
    private final Taken taken = new Taken();

    private Folder(String shown, boolean pageAssets, Set<Path> open, Opener opener, List<Member> members) {
        this.shown = shown;
        this.pageAssets = pageAssets;
        this.open = open;
        this.opener = opener;
        this.members = members.iterator();
        this.names = members.stream().map(Member::name).collect(Collectors.toSet());
    }

    /** Where an import begins. */
    static Step start(Path path, Opener opener) {
        return look(path, "", Names.of(path), false, Set.of(), opener);
    }

    @Override
    public Step next() {
        if (!members.hasNext()) {
            return new Step.End();
        }
        Member member = members.next();
        String path = shown + taken.distinct(member.name());
        boolean assets = pageAssets || PassedOver.belongsToPage(member.name(), names::contains);
        return look(member.path(), path + "/", path, assets, open, opener);
    }

    @Override
    public void close() {}

    private static Step look(Path path, String prefix, String shown, boolean assets, Set<Path> open, Opener opener) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                return folder(path, prefix, shown, assets, open, opener);
            }
            return ignored(shown, assets, attributes).map(Step.class::cast).orElseGet(() -> opener.file(shown, path));
        } catch (IOException | DirectoryIteratorException e) {
            return Step.broken(shown, FailureCause.UNREADABLE, Opener.reason(e));
        }
    }

    private static Step folder(Path path, String prefix, String shown, boolean assets, Set<Path> open, Opener opener)
            throws IOException {
        Path real = path.toRealPath();
        if (open.contains(real)) {
            return new Step.Found(new SourceFile.Ignored(shown, SkipCause.SYSTEM, "a link back to a folder above it"));
        }
        Set<Path> nowOpen = new HashSet<>(open);
        nowOpen.add(real);
        return new Step.Inner(new Folder(prefix, assets, nowOpen, opener, list(path)));
    }

    private static List<Member> list(Path folder) throws IOException {
        List<Member> members = new ArrayList<>();
        try (var paths = Files.newDirectoryStream(folder)) {
            paths.forEach(path -> members.add(new Member(Names.of(path), path)));
        }
        members.sort(Comparator.comparing(Member::name).thenComparing(Member::path));
        return members;
    }

    private static Optional<Step.Found> ignored(String shown, boolean asset, BasicFileAttributes attributes) {
        Optional<SkipCause> cause = attributes.isRegularFile()
                ? Opener.ignorable(shown, asset, attributes.size())
                : Optional.of(SkipCause.SYSTEM);
        return cause.map(why -> new Step.Found(new SourceFile.Ignored(shown, why, Opener.because(why))));
    }
}
