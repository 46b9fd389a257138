// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/json/jsonview.h"

#include <QDateTime>
#include <QHash>
#include <QJsonArray>
#include <QString>

namespace linterna {

//! A case that the practice server knows.
struct PracticeCase {
    QLatin1StringView receipt;
    QLatin1StringView form;
    //! English title, which decides the text of status-texts.json.
    QLatin1StringView title;
    bool withHistory = false;
};

//! Writes a case as the Torch API would, with the wording of status-texts.json. Its dates follow from its place in the
//! list of cases alone, so that its bytes are always the same.
class CaseWriter
{
public:
    //! `texts` by English title; must outlive the writer.
    CaseWriter(const QHash<QString, JsonView> &texts, const PracticeCase &practiceCase, int place);

    [[nodiscard]] QByteArray write() const;

private:
    [[nodiscard]] QJsonArray history() const;
    [[nodiscard]] QString text(const QString &title, QLatin1StringView key, QDate date) const;

    const QHash<QString, JsonView> &m_texts;
    PracticeCase m_case;
    int m_place;
    QDateTime m_submitted;
    QDateTime m_modified;
};

} // namespace linterna
