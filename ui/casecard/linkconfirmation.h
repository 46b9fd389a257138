// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/dialog.h"

#include <QUrl>

namespace linterna {

//! Shows the whole address of a link before anything is opened: Open, Copy or Cancel. Show it with open().
class LinkConfirmation : public Dialog
{
    Q_OBJECT
public:
    explicit LinkConfirmation(const QUrl &url, QWidget *parent = nullptr);

signals:
    //! The person wants the address opened.
    void openRequested(const QUrl &url);

private:
    QUrl m_url;
};

} // namespace linterna
