package wenyuan.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import wenyuan.model.Span;
import wenyuan.query.Query;

/**
 * Pieces in any order, one of each, none overlapping another, with little between neighbours. Which pieces a place has behind
 * it is a set of masks, and with at most six pieces such a set is one {@code long}; so this takes time in proportion to the
 * occurrences and to how many stand within reach of one another.
 *
 * @param lengths of the pieces, at most {@link Query.Near#MOST}
 * @param gap most units between neighbours
 */
public record Proximity(List<Integer> lengths, int gap) implements Arrangement {
    /** Which masks lack a piece. */
    private static final long[] WITHOUT = IntStream.range(0, Query.Near.MOST)
            .mapToLong(piece -> IntStream.range(0, Long.SIZE)
                    .filter(mask -> (mask >> piece & 1) == 0)
                    .mapToLong(mask -> 1L << mask)
                    .sum())
            .toArray();

    public Proximity {
        lengths = List.copyOf(lengths);
        if (lengths.size() > Query.Near.MOST) {
            throw new IllegalArgumentException("At most " + Query.Near.MOST + " pieces, not " + lengths.size());
        }
    }

    /** These pieces at most {@code gap} code points apart. */
    public static Proximity of(List<String> pieces, int gap) {
        return new Proximity(
                pieces.stream()
                        .map(piece -> piece.codePointCount(0, piece.length()))
                        .toList(),
                gap);
    }

    /** An occurrence of a piece. */
    private record Place(int piece, int start, int end) {}

    @Override
    public List<int[]> within(List<int[]> starts) {
        List<Place> places = places(starts);
        int reach = reach();
        long[] before = new long[places.size()];
        long[] after = new long[places.size()];
        for (int at = 0; at < before.length; at++) {
            before[at] = reached(places, before, at, -1, reach);
        }
        for (int at = after.length - 1; at >= 0; at--) {
            after[at] = reached(places, after, at, 1, reach);
        }
        return IntStream.range(0, lengths.size())
                .mapToObj(piece -> IntStream.range(0, before.length)
                        .filter(at -> places.get(at).piece() == piece && completes(before[at], after[at], piece))
                        .map(at -> places.get(at).start())
                        .toArray())
                .toList();
    }

    @Override
    public boolean occurs(List<int[]> starts) {
        List<Place> places = places(starts);
        int reach = reach();
        long[] before = new long[places.size()];
        long whole = 1L << ((1 << lengths.size()) - 1);
        for (int at = 0; at < before.length; at++) {
            before[at] = reached(places, before, at, -1, reach);
            if ((before[at] & whole) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Stretches from a first piece to a last one with no more than the gap between neighbours; a crowd of pieces is one. */
    @Override
    public List<Span> matches(List<int[]> starts) {
        List<Span> matches = new ArrayList<>();
        for (Place place : places(within(starts))) {
            boolean near =
                    !matches.isEmpty() && place.start() - matches.getLast().end() <= gap;
            Span before = near ? matches.removeLast() : new Span(place.start(), place.end());
            matches.add(new Span(before.start(), Math.max(before.end(), place.end())));
        }
        return matches;
    }

    /** Most units from the start of a piece to that of a neighbour. */
    private int reach() {
        return lengths.stream().mapToInt(Integer::intValue).max().orElse(0) + gap;
    }

    private List<Place> places(List<int[]> starts) {
        List<Place> places = new ArrayList<>();
        for (int piece = 0; piece < lengths.size(); piece++) {
            for (int start : starts.get(piece)) {
                places.add(new Place(piece, start, start + lengths.get(piece)));
            }
        }
        places.sort(Comparator.comparingInt(Place::start));
        return places;
    }

    /** The sets of pieces, as bits numbered by mask, that chains of neighbours hold which come from one side and end here. */
    private long reached(List<Place> places, long[] known, int at, int step, int reach) {
        Place here = places.get(at);
        long sets = 1L << (1 << here.piece());
        for (int other = at + step; other >= 0 && other < places.size(); other += step) {
            Place there = places.get(other);
            if (Math.abs(there.start() - here.start()) > reach) {
                break;
            }
            int between = step < 0 ? here.start() - there.end() : there.start() - here.end();
            if (between >= 0 && between <= gap) {
                sets |= (known[other] & WITHOUT[here.piece()]) << (1 << here.piece());
            }
        }
        return sets;
    }

    /** Whether a set of pieces up to here and one from here on share only this piece and are all of them together. */
    private boolean completes(long before, long after, int piece) {
        int all = (1 << lengths.size()) - 1;
        return IntStream.rangeClosed(0, all)
                .filter(mask -> (before >> mask & 1) == 1)
                .anyMatch(mask -> (after >> ((all ^ mask) | 1 << piece) & 1) == 1);
    }
}
