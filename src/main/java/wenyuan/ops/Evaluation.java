package wenyuan.ops;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * How well the labels of an archive agree with labels given by people.
 *
 * @param labelled documents for which there are right answers
 * @param missing texts named by the right answers that the archive does not hold: source, and {@code #n} for part n
 * @param scores by field, in the order of the report
 * @param errors every disagreement
 */
public record Evaluation(int labelled, List<String> missing, Map<String, Score> scores, List<Disagreement> errors) {
    public Evaluation {
        missing = List.copyOf(missing);
        errors = List.copyOf(errors);
    }

    /**
     * Agreement in one field.
     *
     * @param wanted answers that are not null
     * @param given labels that the archive gives, to any of the labelled documents
     * @param right labels given that agree
     */
    public record Score(int wanted, int given, int right) {
        static final Score NONE = new Score(0, 0, 0);

        /** Right labels among those given; 1 when none is given. */
        public double precision() {
            return given == 0 ? 1 : (double) right / given;
        }

        /** Right labels among those wanted; 1 when none is wanted. */
        public double recall() {
            return wanted == 0 ? 1 : (double) right / wanted;
        }

        Score plus(int moreWanted, int moreGiven, int moreRight) {
            return new Score(wanted + moreWanted, given + moreGiven, right + moreRight);
        }
    }

    /**
     * One disagreement.
     *
     * @param part of a file of several texts, from one on
     * @param wanted the right answer; empty for none
     * @param given what the archive says; empty for nothing
     * @param because the quotes it goes by
     */
    public record Disagreement(
            String source, OptionalInt part, String field, String wanted, String given, List<String> because) {
        public Disagreement {
            because = List.copyOf(because);
        }
    }
}
