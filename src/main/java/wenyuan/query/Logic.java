package wenyuan.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Joins queries into the one shape in which the parser hands them out: flat, without parts that say nothing. */
final class Logic {
    private Logic() {}

    /** All of these; empty when there is none. Where every part is a negation, the whole archive stands before them. */
    static Optional<Query> all(List<Query> parts) {
        List<Query> flat = new ArrayList<>();
        for (Query part : parts) {
            if (part instanceof Query.And and) {
                flat.addAll(and.parts());
            } else {
                flat.add(part);
            }
        }
        boolean everything = flat.removeIf(Query.All.class::isInstance);
        if ((everything && flat.isEmpty())
                || (!flat.isEmpty() && flat.stream().allMatch(Query.Not.class::isInstance))) {
            flat.addFirst(new Query.All());
        }
        return flat.size() > 1
                ? Optional.of(new Query.And(flat))
                : flat.stream().findFirst();
    }

    /** At least one of these; empty when there is none. */
    static Optional<Query> any(List<Query> parts) {
        List<Query> flat = new ArrayList<>();
        for (Query part : parts) {
            if (part instanceof Query.Or or) {
                flat.addAll(or.parts());
            } else {
                flat.add(part);
            }
        }
        return flat.size() > 1 ? Optional.of(new Query.Or(flat)) : flat.stream().findFirst();
    }

    /** Not this; two negations are none. */
    static Query not(Query part) {
        if (part instanceof Query.Not not) {
            return not.part();
        }
        boolean onlyNot = part instanceof Query.And and
                && and.parts().size() == 2
                && and.parts().get(0) instanceof Query.All
                && and.parts().get(1) instanceof Query.Not;
        return onlyNot ? ((Query.Not) ((Query.And) part).parts().get(1)).part() : new Query.Not(part);
    }
}
