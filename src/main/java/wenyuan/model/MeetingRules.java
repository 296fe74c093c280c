package wenyuan.model;

import java.util.List;

/**
 * How a meeting's type is read out of a title, or of the clause that says which meeting is being held.
 *
 * @param triggers expressions for types, in order; the rank decides between several in one title
 * @param before words in front of a mention that show that the meeting is being held: 召开, 出席
 * @param after words behind a mention that show it: 召开, 上的讲话
 * @param others whole stretches that speak of another meeting; a mention inside one does not count
 * @param otherAfter words behind a mention that show that another meeting is meant: 精神
 * @param talk titles that talk about meetings and belong to none
 * @param openings clauses of the opening that name the meeting; group {@code meeting} is what is read
 * @param without kinds of documents that belong to no meeting
 * @param titleOnly kinds of documents of whose meeting only the title speaks
 */
public record MeetingRules(
        List<MeetingTrigger> triggers,
        List<Rule> before,
        List<Rule> after,
        List<Rule> others,
        List<Rule> otherAfter,
        List<Rule> talk,
        List<Rule> openings,
        List<Label> without,
        List<Label> titleOnly) {
    public MeetingRules {
        triggers = List.copyOf(triggers);
        before = List.copyOf(before);
        after = List.copyOf(after);
        others = List.copyOf(others);
        otherAfter = List.copyOf(otherAfter);
        talk = List.copyOf(talk);
        openings = List.copyOf(openings);
        without = List.copyOf(without);
        titleOnly = List.copyOf(titleOnly);
    }

    /**
     * An expression for a type.
     *
     * @param rank 1 for fixed institutions; the smallest rank of a title wins
     * @param free whether it counts without {@code before} or {@code after} around it
     */
    public record MeetingTrigger(Label label, Rule rule, int rank, boolean free) {}
}
