// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/casesheet.h"

#include "lib/i18n/languagescope.h"
#include "ui/print/casedocument.h"

#include <QCoreApplication>
#include <QPainter>

namespace linterna {

namespace {

struct CaseSheetTexts {
    Q_DECLARE_TR_FUNCTIONS(linterna::CaseSheet)
};

class CasePages : public SheetPages
{
public:
    explicit CasePages(const QSizeF &body) : m_body(body) {}

    void add(const CaseWords &words, std::unique_ptr<CaseDocument> document)
    {
        for (int page = 0; page < document->pageCount(); ++page)
            m_pages.push_back({document.get(), page, {words.foot, words.closing, words.language}});
        m_documents.push_back(std::move(document));
    }
    [[nodiscard]] int count() const override { return int(m_pages.size()); }
    [[nodiscard]] SheetFoot foot(int page) const override { return m_pages[std::size_t(page)].foot; }
    void paint(QPainter &painter, int page) const override
    {
        const Page &wanted = m_pages[std::size_t(page)];
        const QRectF view(QPointF(0, wanted.number * m_body.height()), m_body);
        painter.translate(-view.topLeft());
        wanted.document->paint(painter, view);
    }

private:
    struct Page {
        const CaseDocument *document;
        int number; //!< Number of the page within its document, from 0.
        SheetFoot foot;
    };
    QSizeF m_body;
    std::vector<std::unique_ptr<CaseDocument>> m_documents;
    std::vector<Page> m_pages;
};

} // namespace

CaseSheet::CaseSheet(CasePaper paper) : m_fonts(SheetFonts::ofSystem()), m_paper(std::move(paper)) {}

CaseSheet::~CaseSheet() = default;

QString CaseSheet::title() const
{
    const LanguageScope language(m_paper.languages.front());
    return CaseSheetTexts::tr("Case status");
}

std::unique_ptr<SheetPages> CaseSheet::layOut(QPaintDevice &device, const QSizeF &body, SheetProgress &progress) const
{
    auto pages = std::make_unique<CasePages>(body);
    for (const QString &language : m_paper.languages) {
        if (progress.stopped)
            return nullptr;
        const CaseWords words = caseWordsOf(m_paper, language);
        pages->add(words, std::make_unique<CaseDocument>(words, m_fonts, device, body));
    }
    progress.total = pages->count();
    return pages;
}

} // namespace linterna
