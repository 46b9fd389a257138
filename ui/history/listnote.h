// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/listrow.h"

#include <QWidget>

class QPushButton;

namespace linterna {

class TextLabel;

//! What stands in place of the rows where there is none.
class ListNote : public QWidget
{
    Q_OBJECT
public:
    enum class Kind {
        Empty,   //!< Nothing was ever recorded.
        Nothing, //!< Nothing matches.
        Reading, //!< Nothing was found so far.
        Failed,  //!< The record could not be read.
    };
    explicit ListNote(QWidget *parent = nullptr);
    //! `detail`: why it failed.
    void setKind(Kind kind, ListKind list, const QString &detail = {});
    [[nodiscard]] QString text() const;

signals:
    void clearRequested();
    void retryRequested();

protected:
    void changeEvent(QEvent *event) override;

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
