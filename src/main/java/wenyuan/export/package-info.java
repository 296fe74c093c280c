/**
 * How do scripts and spreadsheets see it? JSON and CSV of documents and pages, the same for command line and HTTP.
 *
 * <p>First type to read: {@link wenyuan.export.Json}.
 */
@NullMarked
package wenyuan.export;

import org.jspecify.annotations.NullMarked;
