package wenyuan.model;

import java.util.List;
import java.util.Optional;

/**
 * Rules for the zones, repairs and placeholders of dirty texts; read from {@code pages.yaml} and {@code repairs.yaml}.
 * Patterns see normal forms of single lines.
 *
 * @param zones what sets a line, or a part of one, apart; the first that matches decides
 * @param completeness patterns with the groups {@code total} and {@code shown}, or {@code missing} alone, all counting
 *     characters
 * @param titleAdditions what sites put before and after a title
 * @param substitutions repairs that a pattern describes
 * @param slots what a placeholder stands for, and words that are placeholders; the first that matches decides
 * @param repairs id and name of every repair, those made by the program itself included
 * @param slight ids of repairs that change no word: they do not make a document a repaired one
 * @param spun set phrases as article spinners rewrite them; two different ones give a text away
 * @param internal markings of short lines that say a text is not for the public
 * @param status the conditions that cleaning can find: truncated, repaired, slot-heavy, garbled …
 */
public record PageRules(
        List<ZoneRule> zones,
        List<Rule> completeness,
        List<Rule> titleAdditions,
        List<Substitution> substitutions,
        List<SlotRule> slots,
        List<Label> repairs,
        List<String> slight,
        List<Rule> spun,
        List<Rule> internal,
        List<Label> status) {
    /** Rules that find nothing. */
    public static final PageRules NONE = new PageRules(
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
            List.of());

    public PageRules {
        zones = List.copyOf(zones);
        completeness = List.copyOf(completeness);
        titleAdditions = List.copyOf(titleAdditions);
        substitutions = List.copyOf(substitutions);
        slots = List.copyOf(slots);
        repairs = List.copyOf(repairs);
        slight = List.copyOf(slight);
        spun = List.copyOf(spun);
        internal = List.copyOf(internal);
        status = List.copyOf(status);
    }

    /** The condition of that id, when the rules define it. */
    public Optional<Label> condition(String id) {
        return Taxonomy.find(status, id);
    }

    /** Whether the rules ask for the repair of that id. */
    public boolean makes(String repair) {
        return Taxonomy.find(repairs, repair).isPresent();
    }

    /** Where on a page a zone rule holds. */
    public enum Where {
        /** Lines above the author's text. */
        BEFORE,
        /** Lines below the author's text. */
        AFTER,
        /** Any line. */
        ANYWHERE,
        /** This line and everything below it, unless the author's text goes on there. */
        TO_END,
        /** This line and the short lines below it: a table of contents. */
        BOX,
        /** The matching part of any line; what stands left and right of it are two lines. */
        CUT,
        /** The matching part of any line; what stands left and right of it belongs together. */
        OUT
    }

    /**
     * A line that is not the author's.
     *
     * @param rule how it is recognised
     * @param zone the zone it goes to
     * @param where the place on the page where the rule holds
     */
    public record ZoneRule(Rule rule, String zone, Where where) {}

    /**
     * A repair that a pattern describes.
     *
     * @param rule what is damaged
     * @param keep how many of its first characters stay as they are
     * @param replacement what follows them instead of the rest
     * @param first whether it is made on every line of a page, before its zones are told apart
     */
    public record Substitution(Rule rule, int keep, String replacement, boolean first) {}

    /**
     * What a placeholder stands for.
     *
     * @param rule the placeholder, its neighbours in look-around; matches the placeholder alone
     * @param kind what seems to be missing
     */
    public record SlotRule(Rule rule, Slot.Kind kind) {}
}
