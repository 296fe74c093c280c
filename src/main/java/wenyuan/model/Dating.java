package wenyuan.model;

import java.util.List;
import java.util.OptionalInt;

/** The year in which a meeting was held, as far as the material proves it. A page's own date never is that year. */
public sealed interface Dating {
    /** What speaks for (and, in a dispute, against) the reading, strongest first. */
    List<Evidence> evidence();

    /** The best reading, when there is one. */
    OptionalInt year();

    /** All years that the evidence leaves open, ascending; just {@link #year()} unless disputed. */
    default List<Integer> years() {
        return year().stream().boxed().toList();
    }

    /** The word that JSON, facets and pages use: known, inferred, disputed, pageOnly, unknown. */
    String status();

    /** Strong evidence and nothing against it. */
    record Known(int value, List<Evidence> evidence) implements Dating {
        public Known {
            evidence = List.copyOf(evidence);
        }

        @Override
        public OptionalInt year() {
            return OptionalInt.of(value);
        }

        @Override
        public String status() {
            return "known";
        }
    }

    /** Weaker or one-sided evidence that leaves one best year. */
    record Inferred(int value, List<Evidence> evidence) implements Dating {
        public Inferred {
            evidence = List.copyOf(evidence);
        }

        @Override
        public OptionalInt year() {
            return OptionalInt.of(value);
        }

        @Override
        public String status() {
            return "inferred";
        }
    }

    /**
     * Strong pieces of evidence that cannot all be true.
     *
     * @param best the likeliest of {@code years}
     */
    record Disputed(int best, List<Integer> years, List<Evidence> evidence) implements Dating {
        public Disputed {
            years = years.stream().distinct().sorted().toList();
            evidence = List.copyOf(evidence);
        }

        @Override
        public OptionalInt year() {
            return OptionalInt.of(best);
        }

        @Override
        public String status() {
            return "disputed";
        }
    }

    /** Nothing but the date of the page or a bound taken from it. */
    record PageOnly(List<Evidence> evidence) implements Dating {
        public PageOnly {
            evidence = List.copyOf(evidence);
        }

        @Override
        public OptionalInt year() {
            return OptionalInt.empty();
        }

        @Override
        public String status() {
            return "pageOnly";
        }
    }

    /** No usable evidence, or only bounds that leave several years open; those bounds are kept as evidence. */
    record Unknown(List<Evidence> evidence) implements Dating {
        public Unknown {
            evidence = List.copyOf(evidence);
        }

        @Override
        public OptionalInt year() {
            return OptionalInt.empty();
        }

        @Override
        public String status() {
            return "unknown";
        }
    }
}
