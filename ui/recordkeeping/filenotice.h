// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/filetrouble.h"
#include "lib/settings/settings.h"

#include <QObject>

namespace linterna {

class Banner;

//! Says in a banner which of the program's own files were damaged at the start, where copies are kept, and what to do.
class FileNotice : public QObject
{
    Q_OBJECT
public:
    FileNotice(Settings &settings, Banner &banner, QObject *parent);

    //! Adds troubles to the banner, which stays until the person dismisses it.
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

//! What a person reads about one damaged file: a few sentences.
[[nodiscard]] QString fileTroubleText(const FileTrouble &trouble);

} // namespace linterna
