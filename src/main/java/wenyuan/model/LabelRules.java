package wenyuan.model;

import java.util.List;

/**
 * Triggers of labels; read from {@code index-config}. Of the lists of {@link Trigger}s the first that matches decides.
 *
 * @param meetings types of meetings
 * @param occasions what a meeting celebrates or closes
 * @param kinds what a document is
 * @param levels organisations that meet
 * @param speakers roles of speakers
 * @param themes what a text is about
 * @param secrecy markings, matched against single short lines at the head of a text or page
 * @param secrecyInName markings in file names
 * @param segments where a chair ends and a speech begins
 * @param names names of places and organisations
 * @param words terms of the domain that a segmenter should know
 */
public record LabelRules(
        MeetingRules meetings,
        List<Trigger> occasions,
        List<Trigger> kinds,
        List<Trigger> levels,
        List<Trigger> speakers,
        List<ThemeRules> themes,
        List<Rule> secrecy,
        List<Rule> secrecyInName,
        SegmentRules segments,
        NameRules names,
        List<String> words) {
    public LabelRules {
        occasions = List.copyOf(occasions);
        kinds = List.copyOf(kinds);
        levels = List.copyOf(levels);
        speakers = List.copyOf(speakers);
        themes = List.copyOf(themes);
        secrecy = List.copyOf(secrecy);
        secrecyInName = List.copyOf(secrecyInName);
        words = List.copyOf(words);
    }
}
