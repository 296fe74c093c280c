package wenyuan.web;

import wenyuan.model.Correction;

/** What a person decided, in words. */
public final class CorrectionView {
    private CorrectionView() {}

    /** The field and what it is now. */
    public static String what(Correction correction, Messages say) {
        return say.say(
                "list.entry",
                CorrectionForm.title(correction.field(), say),
                CorrectionForm.names(correction.values(), say));
    }

    /** 更正 · 张三 · 2026-11-23 · 规则原判：座谈会; what agrees with the rules is 核定. */
    public static String by(Correction correction, Messages say) {
        String day = Moments.show(correction.at()).substring(0, "2026-11-23".length());
        return correction.confirms()
                ? say.say("corrections.confirmed", correction.user(), day)
                : say.say("corrections.by", correction.user(), day, CorrectionForm.names(correction.ruled(), say));
    }
}
