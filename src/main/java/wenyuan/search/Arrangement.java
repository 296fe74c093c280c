package wenyuan.search;

import java.util.List;
import wenyuan.model.Span;

/** How pieces must stand to one another inside a sentence. Lengths and starts count code points. Immutable. */
public sealed interface Arrangement permits Sequence, Proximity {
    /** Lengths of the pieces. */
    List<Integer> lengths();

    /**
     * The starts of each piece that are part of a whole arrangement; all empty when there is none.
     *
     * @param starts where each piece occurs, ascending, inside one sentence
     */
    List<int[]> within(List<int[]> starts);

    /** Whole arrangements as they are counted, in order, none overlapping another. */
    List<Span> matches(List<int[]> starts);

    /** Whether the pieces stand so at least once. */
    boolean occurs(List<int[]> starts);
}
