package wenyuan.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.WaitForSelectorState;

/** What somebody works a page with. */
sealed interface Hand {
    /** Follows a link, presses a button, ticks a box, opens what is folded. */
    void press(Locator place);

    /** Puts a text into a field, in place of what stands there. */
    void write(Locator field, String text);

    /** Takes the option of that name. */
    void choose(Locator list, String option);

    /** Sweeps over a histogram from bar to bar. */
    void brush(Locator from, Locator to);

    /** Types into the search box and sends it. */
    void search(Page page, String query);

    /** Goes to the next mark in a text. */
    void step(Page page);

    /** Playwright's mouse refuses what is hidden, covered or not there to be hit. */
    record OfMouse() implements Hand {
        @Override
        public void press(Locator place) {
            boolean hidden = (boolean)
                    place.evaluate("(place) => place.matches('.hidden') || getComputedStyle(place).opacity === '0'");
            (hidden ? label(place) : place).click();
        }

        /** A box or a file field may show its label only. */
        private static Locator label(Locator place) {
            return place.page().locator("label[for=" + place.getAttribute("id") + "]");
        }

        @Override
        public void write(Locator field, String text) {
            field.click();
            field.page().keyboard().press("Control+a");
            field.page().keyboard().insertText(text);
        }

        @Override
        public void choose(Locator list, String option) {
            list.selectOption(new SelectOption().setLabel(option));
        }

        @Override
        public void brush(Locator from, Locator to) {
            Mouse mouse = from.page().mouse();
            from.scrollIntoViewIfNeeded();
            BoundingBox first = from.boundingBox();
            BoundingBox last = to.boundingBox();
            mouse.move(first.x + first.width / 2, first.y + first.height / 2);
            mouse.down();
            mouse.move(last.x + last.width / 2, last.y + last.height / 2, new Mouse.MoveOptions().setSteps(12));
            mouse.up();
        }

        @Override
        public void search(Page page, String query) {
            write(page.locator("#q"), query);
            page.locator(".box button").click();
        }

        @Override
        public void step(Page page) {
            page.locator("#stepper [data-step='1']").click();
        }
    }

    /**
     * Tab, Enter, blanks and arrows. Every stop on the way must be seen: on the screen, not covered, with a ring or colour that the
     * others lack, and behind the stop before it; after the last comes the first.
     */
    record OfKeyboard() implements Hand {
        private static final int MOST_STOPS = 250;

        /** What is wrong with the stop; "here" where it is the wanted one and all is well, else empty. */
        private static final String LOOK = """
                (wanted) => {
                  const stop = document.activeElement;
                  if (stop === document.body) return "";
                  const before = window.stopBefore;
                  window.stopBefore = stop;
                  const name = stop.outerHTML.slice(0, 160);
                  const hidden = stop.matches(".hidden") || getComputedStyle(stop).opacity === "0";
                  const shown = hidden ? stop.labels[0] : stop;
                  const ringed = [shown, ...shown.querySelectorAll(":scope > rect, :scope > circle")].some((part) => {
                    const style = getComputedStyle(part);
                    return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0)
                      || (part !== shown && style.stroke !== "none");
                  });
                  if (!ringed) return "nothing shows that here is the focus: " + name;
                  const box = (shown.getClientRects()[0] ?? shown.getBoundingClientRect());
                  const x = box.left + box.width / 2;
                  const y = box.top + Math.min(box.height, innerHeight / 2) / 2;
                  const seen = document.elementFromPoint(x, y);
                  if (!seen) return "the focus is off the screen: " + name;
                  if (!shown.contains(seen) && !seen.contains(shown))
                    return "the focus is covered by " + seen.outerHTML.slice(0, 80) + ": " + name;
                  if (before?.isConnected && !(before.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING)
                      && stop !== before && !stop.matches(".skip")) return "the focus goes back: " + name;
                  return stop === wanted ? "here" : "";
                }
                """;

        @Override
        public void press(Locator place) {
            reach(place);
            boolean ticked = (boolean) place.evaluate("(place) => place.matches('[type=checkbox], [type=radio]')");
            place.page().keyboard().press(ticked ? "Space" : "Enter");
        }

        @Override
        public void write(Locator field, String text) {
            reach(field);
            field.page().keyboard().press("Control+a");
            field.page().keyboard().insertText(text);
        }

        @Override
        public void choose(Locator list, String option) {
            reach(list);
            list.page().keyboard().press("Home");
            for (int i = 0; i < MOST_STOPS && !chosen(list).equals(option); i++) {
                list.page().keyboard().press("ArrowDown");
            }
            assertEquals(option, chosen(list));
        }

        private static String chosen(Locator list) {
            return ((String) list.evaluate("(list) => list.selectedOptions[0].textContent")).strip();
        }

        @Override
        public void brush(Locator from, Locator to) {
            reach(from);
            int first = Integer.parseInt(from.getAttribute("data-year"));
            int last = Integer.parseInt(to.getAttribute("data-year"));
            for (int year = first; year < last; year++) {
                from.page().keyboard().press("Shift+ArrowRight");
            }
            from.page().keyboard().press("Enter");
        }

        @Override
        public void search(Page page, String query) {
            page.keyboard().press("/");
            assertEquals("q", page.evaluate("document.activeElement.id"));
            page.keyboard().insertText(query);
            page.keyboard().press("Enter");
        }

        @Override
        public void step(Page page) {
            page.keyboard().press("n");
        }

        private static void reach(Locator place) {
            Page page = place.page();
            place.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
            ElementHandle wanted = place.elementHandle();
            String found = (boolean) wanted.evaluate("(wanted) => wanted === document.activeElement") ? "here" : "";
            for (int i = 0; i < MOST_STOPS && found.isEmpty(); i++) {
                page.keyboard().press("Tab");
                found = (String) wanted.evaluate(LOOK);
            }
            if (found.equals("here")) {
                return;
            }
            assertEquals("", found, page.url());
            fail("no way by Tab to " + place + " at " + page.url());
        }
    }
}
