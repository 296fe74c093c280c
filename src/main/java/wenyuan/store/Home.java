package wenyuan.store;

import java.nio.file.Path;

/**
 * The folder that holds an archive, and where in it things lie.
 *
 * @param root for example {@code ~/.wenyuan}
 */
public record Home(Path root) {
    /** The database. */
    public Path catalog() {
        return root.resolve("catalog.db");
    }

    /** The folder of indexes; each in a numbered folder of its own. */
    public Path indexes() {
        return root.resolve("index");
    }

    /** The bytes as they came. */
    public Path originals() {
        return root.resolve("originals");
    }

    /** Bytes that bear a secrecy marking. */
    public Path held() {
        return root.resolve("held");
    }

    /** Rules that override the shipped ones. */
    public Path overrides() {
        return root.resolve("index-config");
    }

    /** Bytes on their way in, and files unpacked from archives; holds nothing that anybody needs after an import. */
    public Path incoming() {
        return root.resolve("incoming");
    }

    /** Files that came through the pages, each upload in a numbered folder, until their import has ended. */
    public Path uploads() {
        return root.resolve("uploads");
    }

    /** Tells which process owns this home. */
    public Path lock() {
        return root.resolve("lock");
    }

    /** Temporary files of the parsers; what a killed import left there is swept by the next. */
    public Path parsers() {
        return root.resolve("parsers");
    }

    /** Where backups asked for in the pages go, unless the settings name another folder. */
    public Path backups() {
        return root.resolve("backups");
    }

    /** Settings. */
    public Path config() {
        return root.resolve("config.yaml");
    }
}
