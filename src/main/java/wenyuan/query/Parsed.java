package wenyuan.query;

import java.util.List;

/**
 * What came of reading a typed query.
 *
 * @param query always usable
 * @param warnings what was read otherwise than typed, in order
 */
public record Parsed(Query query, List<Warning> warnings) {
    public Parsed {
        warnings = List.copyOf(warnings);
    }
}
