// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/text/htmltree.h"
#include "lib/text/safehtml.h"
#include "tests/fuzz/fuzzing.h"
#include "tests/support/htmloracle.h"

using namespace linterna;
using namespace linterna::test;

namespace fuzz_safehtml {

int tryOnce(const std::uint8_t *data, std::size_t size)
{
    const QString sent = QString::fromUtf8(bytesOf(data, size));
    const SafeHtml safe = safeHtml(sent);
    const HtmlOracle written(safe.html);
    promise(written.unsafe().isEmpty(), "only allowed elements, attributes and links");
    promise(written.ink() == inkOf(safe.text), "the HTML and the text say the same");
    promise(isWhole(safe.html) && isWhole(safe.text), "well-formed");
    promise(written.hrefs().size() == qsizetype(safe.links.size()), "each link once");
    // The oracle recurses, and past the limits the text is shown as sent.
    if (size < 20'000 && HtmlTree(sent).root()) {
        promise(standsInSource(safe.text, sent), "no word that was not sent, none before another");
        const HtmlOracle parser(sent);
        if (!parser.inOrder()) {
            promise(safe.text.simplified() == showable(sent).simplified(), "as it was sent");
            return 0;
        }
        promise(parser.ink() == inkOf(safe.text), "what a parser sees");
        promise(parser.words() == safe.text.simplified() && parser.words() == written.words(),
                "no two words become one, and no word becomes two");
    }
    promise(safe.refusedHosts.size() <= 10, "a warning that can be read");
    for (const QString &host : safe.refusedHosts) {
        for (const QChar c : host)
            promise(c.unicode() > u' ' && c.unicode() < 0x7f, "hosts in punycode");
    }
    promise(!safeTitle(sent).contains(QChar::LineFeed), "a title is one line");
    (void)htmlPageTitle(sent);
    return 0;
}

LINTERNA_FUZZ_TARGET(fuzz_safehtml, tryOnce)

} // namespace fuzz_safehtml
