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
 * @param gap most units between neighbours, or {@link Query.Near#ANYWHERE}
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
        long[] before = new Chains(places, -1).all();
        long[] after = new Chains(places, 1).all();
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
        Chains before = new Chains(places, -1);
        long whole = 1L << ((1 << lengths.size()) - 1);
        return IntStream.range(0, places.size()).anyMatch(at -> (before.reaching(at) & whole) != 0);
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

    /** Chains of neighbours that come from one side. Places are asked for in that order, each once. */
    private final class Chains {
        private final List<Place> places;
        private final int step;
        private final long[] known;
        /** Most units from the start of a piece to that of a neighbour. */
        private final int reach;
        /** Pieces of which a place was asked for. */
        private int passed;

        /** Chains that come from the left when {@code step} is -1, from the right when it is 1. */
        Chains(List<Place> places, int step) {
            this.places = places;
            this.step = step;
            this.known = new long[places.size()];
            int longest = lengths.stream().mapToInt(Integer::intValue).max().orElse(0);
            this.reach = gap == Query.Near.ANYWHERE ? gap : longest + gap;
        }

        long[] all() {
            for (int i = 0; i < known.length; i++) {
                reaching(step < 0 ? i : known.length - 1 - i);
            }
            return known;
        }

        /** The sets of pieces, as bits numbered by mask, that the chains hold which end at this place. */
        long reaching(int at) {
            Place here = places.get(at);
            long sets = 1L << (1 << here.piece());
            int seen = 0;
            for (int other = at + step; other >= 0 && other < known.length; other += step) {
                Place there = places.get(other);
                // where any distance will do, whatever reaches a place reaches the next one of the same piece as well
                boolean rest = gap == Query.Near.ANYWHERE && seen == passed;
                if (rest || Math.abs(there.start() - here.start()) > reach) {
                    break;
                }
                int between = step < 0 ? here.start() - there.end() : there.start() - here.end();
                if (between >= 0 && between <= gap) {
                    seen |= 1 << there.piece();
                    sets |= (known[other] & WITHOUT[here.piece()]) << (1 << here.piece());
                }
            }
            passed |= 1 << here.piece();
            known[at] = sets;
            return sets;
        }
    }

    /** Whether a set of pieces up to here and one from here on share only this piece and are all of them together. */
    private boolean completes(long before, long after, int piece) {
        int all = (1 << lengths.size()) - 1;
        return IntStream.rangeClosed(0, all)
                .filter(mask -> (before >> mask & 1) == 1)
                .anyMatch(mask -> (after >> ((all ^ mask) | 1 << piece) & 1) == 1);
    }
}
