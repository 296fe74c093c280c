package wenyuan.cli;

import java.time.Duration;
import java.util.Optional;
import wenyuan.config.Configuration;
import wenyuan.ingest.extract.Settings;
import wenyuan.ingest.source.Limits;

/** A home's settings as the stages want them. */
record Configured(Configuration configuration) {
    Limits limits() {
        Configuration.Archives archives = configuration.archives();
        return new Limits(
                archives.depth(), archives.entries(), archives.entryBytes(), archives.totalBytes(), archives.ratio());
    }

    /**
     * How files are read.
     *
     * @param ocr whether scans are read even if the home's settings don't say so
     */
    Settings reading(int workers, boolean ocr) {
        return Settings.of(
                workers,
                Duration.ofSeconds(configuration.parser().seconds()),
                configuration.parser().megabytes(),
                configuration.fileBytes(),
                ocr || configuration.ocr().on()
                        ? Optional.of(Duration.ofSeconds(configuration.ocr().seconds()))
                        : Optional.empty());
    }
}
