package wenyuan.cli;

import wenyuan.ingest.extract.Tesseract;

/** Something the caller can put right; the message is one sentence that says what and where. Exit code 2. */
final class CallerMistake extends RuntimeException {
    CallerMistake(String message) {
        super(message);
    }

    /** Throws when {@code --ocr} is asked for and what it needs is not installed. */
    static void unlessInstalled(boolean ocr) {
        if (ocr) {
            Tesseract.problem().ifPresent(problem -> {
                throw new CallerMistake(problem);
            });
        }
    }
}
