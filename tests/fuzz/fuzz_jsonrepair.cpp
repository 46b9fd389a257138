// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/json/jsonrepair.h"
#include "lib/json/jsonview.h"
#include "tests/fuzz/fuzzing.h"

#include <QJsonDocument>

using namespace linterna;
using namespace linterna::test;

namespace fuzz_jsonrepair {

int tryOnce(const std::uint8_t *data, std::size_t size)
{
    const QByteArray sent = bytesOf(data, size);
    const auto mended = repairedJson(sent);
    promise(!isStrictJson(sent) || !mended, "valid JSON is left alone");
    if (mended) {
        qsizetype at = 0;
        for (const char c : mended->json) {
            if (at < sent.size() && sent[at] == c)
                ++at;
            else
                promise(c == '\\', "only backslashes are added");
        }
        promise(at == sent.size(), "nothing is taken away");
        promise(isStrictJson(mended->json) ? !repairedJson(mended->json) : true, "mended once is mended");
        qsizetype quotes = 0;
        for (const MendedField &field : mended->fields) {
            promise(field.quotes > 0 && isWhole(field.name), "each field that is named was mended");
            quotes += field.quotes;
        }
        promise(quotes == mended->json.size() - sent.size(), "every mark that was mended is counted");
        promise(mended->fields.size() <= 21, "a list that can be read");
    }
    const QByteArray text = jsonText(sent);
    promise(text.isValidUtf8() && !text.contains('\0'), "text can be read");
    promise(!JsonView::of(text) || (JsonView::of(text, JsonRules::Lenient) && isStrictJson(text)),
            "strict is strictest");
    const qsizetype error = jsonErrorOffset(sent);
    promise(error >= 0 && error <= sent.size(), "an error has a place");
    // What the checker lets through, Qt reads too, but for numbers beyond a double.
    if (isStrictJson(text) && (text.startsWith('{') || text.startsWith('[')) && !text.contains('e')
        && !text.contains('E') && size < 300)
        promise(!QJsonDocument::fromJson(text).isNull(), "Qt reads what is strict");
    return 0;
}

LINTERNA_FUZZ_TARGET(fuzz_jsonrepair, tryOnce)

} // namespace fuzz_jsonrepair
