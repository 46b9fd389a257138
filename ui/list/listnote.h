// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/listrow.h"

#include <QWidget>

class QPushButton;

namespace linterna {

class TextLabel;

//! Text in place of the rows where a list shows none.
class ListNote : public QWidget
{
    Q_OBJECT
public:
    enum class Kind {
        Empty,     //!< Nothing was ever recorded.
        Nothing,   //!< No row matches the filter.
        Reading,   //!< The search is still going on and has found nothing so far.
        Upgrading, //!< A record of an earlier version is being brought up to date.
        Failed,    //!< The record could not be read.
    };
    explicit ListNote(QWidget *parent = nullptr);
    //! `detail`: for Kind::Failed, why the record could not be read.
    void setKind(Kind kind, ListKind list, const QString &detail = {});
    [[nodiscard]] QString text() const;

signals:
    void clearRequested();
    void retryRequested();

private:
    void say();
    Kind m_kind = Kind::Empty;
    ListKind m_list = ListKind::Cases;
    QString m_detail;
    TextLabel *m_text;
    TextLabel *m_more;
    QPushButton *m_button;
};

} // namespace linterna
