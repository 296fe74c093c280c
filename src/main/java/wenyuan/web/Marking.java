package wenyuan.web;

import wenyuan.model.Evidence;
import wenyuan.model.Place;

/** The evidence of a secrecy marking, in words. */
public final class Marking {
    private Marking() {}

    /** Where its words stand. */
    public static String where(Evidence marking, Messages say) {
        return switch (marking.place()) {
            case Place.Text text -> say.say("held.in.text");
            case Place.PageZone zone -> say.say("place.zone", say.name("zone", zone.name()));
            case Place.FileName name -> say.say("place.fileName");
        };
    }
}
