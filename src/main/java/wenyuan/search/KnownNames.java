package wenyuan.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wenyuan.model.Label;
import wenyuan.model.Phrasing;
import wenyuan.model.Taxonomy;
import wenyuan.query.Field;
import wenyuan.text.Normal;
import wenyuan.text.Pronunciation;

/**
 * The names that the rules know, some hundred, to be found by a part of them, their pinyin or its initials. Immutable.
 */
final class KnownNames {
    private final Map<Field, List<Name>> labels = new EnumMap<>(Field.class);
    private final List<Name> phrases;

    /** Names of these labels, and words of these synonyms. */
    KnownNames(Taxonomy taxonomy, Phrasing phrasing) {
        for (Field field : Field.values()) {
            labels.put(field, field.labels(taxonomy).stream().map(Name::of).toList());
        }
        Stream<Name> synonyms =
                phrasing.synonyms().stream().flatMap(List::stream).map(word -> Name.of(new Label("", word)));
        phrases = Stream.concat(of(Field.FORMULA).stream(), synonyms).toList();
    }

    /** A name and how it can be typed. */
    record Name(Label label, String letters, String pinyin, String initials) {
        static Name of(Label label) {
            String letters = Normal.of(label.name()).letters().text();
            List<String> syllables = Pronunciation.of(letters);
            return new Name(
                    label,
                    letters,
                    String.join("", syllables),
                    syllables.stream().map(syllable -> syllable.substring(0, 1)).collect(Collectors.joining()));
        }

        /** Whether {@code typed} (letters) begins it or, when it is more than one character, stands in it. */
        boolean isMeantBy(String typed) {
            return letters.startsWith(typed)
                    || (typed.length() > 1
                            && (letters.contains(typed) || pinyin.startsWith(typed) || initials.startsWith(typed)));
        }
    }

    /** Labels of a field that {@code typed} may mean, in the order of display; all for nothing typed. */
    List<Label> labels(Field field, String typed) {
        return of(field).stream()
                .filter(name -> name.isMeantBy(typed))
                .map(Name::label)
                .toList();
    }

    /** Wordings of formulas, and words with synonyms, that {@code typed} may mean; those that begin so come first. */
    List<String> phrases(String typed) {
        List<String> found = new ArrayList<>();
        for (boolean first : new boolean[] {true, false}) {
            phrases.stream()
                    .filter(name -> name.isMeantBy(typed) && name.letters().startsWith(typed) == first)
                    .map(name -> name.label().name())
                    .forEach(found::add);
        }
        return found.stream().distinct().toList();
    }

    private List<Name> of(Field field) {
        return labels.getOrDefault(field, List.of());
    }
}
