package wenyuan.search;

import java.util.List;
import java.util.Optional;
import wenyuan.model.Document;
import wenyuan.model.Span;

/**
 * What a draft shares with the archive. Letters are those of the normal form: no punctuation, no blanks.
 *
 * @param sentences of the draft, in order
 * @param sources documents that share most letters first
 * @param letters of all sentences that were looked up
 * @param repeated letters of them that stand in the archive
 * @param partial whether time ran out; sentences behind are {@link Standing#UNCHECKED}
 */
public record DraftReport(List<Sentence> sentences, List<Share> sources, int letters, int repeated, boolean partial) {
    public DraftReport {
        sentences = List.copyOf(sentences);
        sources = List.copyOf(sources);
    }

    /** How a sentence stands to the archive. */
    public enum Standing {
        /** The whole sentence is there. */
        VERBATIM,
        /** Some of its clauses are there. */
        IN_PART,
        /** Nothing of it is there as it stands. */
        NEW,
        /** Too short to say anything. */
        SHORT,
        /** Time ran out before it. */
        UNCHECKED
    }

    /**
     * A sentence.
     *
     * @param span in the draft
     * @param pieces what of it is there: itself, or runs of its clauses; in order
     */
    public record Sentence(Span span, Standing standing, List<Piece> pieces) {
        public Sentence {
            pieces = List.copyOf(pieces);
        }
    }

    /**
     * A stretch that stands in the archive.
     *
     * @param span in the draft
     * @param documents in how many documents, at least
     * @param ids of some of them, best first
     */
    public record Piece(Span span, long documents, List<String> ids) {
        public Piece {
            ids = List.copyOf(ids);
        }
    }

    /** A document and the letters that the draft shares with it. */
    public record Share(Document document, int letters) {}

    /** The part of the draft that stands in the archive, from 0 to 1. */
    public double share() {
        return part(repeated);
    }

    /** {@code some} letters as a part of all that were looked up, from 0 to 1. */
    public double part(int some) {
        return letters == 0 ? 0 : (double) some / letters;
    }

    /** The document with this id, if it is among the sources. */
    public Optional<Document> source(String id) {
        return sources.stream()
                .map(Share::document)
                .filter(document -> document.id().equals(id))
                .findFirst();
    }
}
