package wenyuan.ingest;

import java.util.List;
import java.util.Optional;
import wenyuan.model.Attributes;
import wenyuan.model.Cleaned;
import wenyuan.model.Evidence;
import wenyuan.model.Extraction;
import wenyuan.model.Layout;

/**
 * What each stage made of one file. After an extraction that failed, the rest is empty.
 *
 * @param page the whole text as extracted, before any repair
 * @param texts the texts that it holds: one, or those of a compilation in order
 * @param secrecy the marking for which an import would hold the file
 */
public record Inspection(Extraction extraction, String page, List<Text> texts, Optional<Evidence> secrecy) {
    public Inspection {
        texts = List.copyOf(texts);
    }

    /**
     * One text.
     *
     * @param number which of a compilation, from 1 on; empty when the file holds one text
     */
    public record Text(Cleaned cleaned, Layout layout, Attributes attributes, Optional<Integer> number) {}

    static Inspection failed(Extraction.Failed failed) {
        return new Inspection(failed, "", List.of(), Optional.empty());
    }

    /** Whether nothing is left of the file once it is cleaned. */
    boolean blank() {
        return texts.stream().allMatch(text -> text.cleaned().text().isBlank());
    }

    /** The same without a marking, as an admin has ruled. */
    Inspection unmarked() {
        return new Inspection(extraction, page, texts, Optional.empty());
    }
}
