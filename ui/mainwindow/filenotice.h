// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/filetrouble.h"
#include "settings/settings.h"

#include <QObject>

namespace linterna {

class Banner;

//! Says what was wrong with this program's own files at the start, by name, where they are kept, and how it goes on.
class FileNotice : public QObject
{
    Q_OBJECT
public:
    FileNotice(Settings &settings, Banner &banner, QObject *parent);

    //! More of them; they stay until the person has read them.
    void add(const FileTroubles &troubles);
signals:
    //! The person wants to choose how the history is kept.
    void choiceRequested();

private:
    void update();
    void pressed();
    [[nodiscard]] QString text() const;

    Settings &m_settings;
    Banner &m_banner;
    FileTroubles m_troubles;
};

//! What a person reads about one of them.
[[nodiscard]] QString fileTroubleText(const FileTrouble &trouble);

} // namespace linterna
