// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslConfiguration>

namespace linterna::test {

//! During this object's life the process trusts one more certificate authority.
class TrustingComputer
{
public:
    explicit TrustingComputer(const QString &file)
    {
        QSslConfiguration trusting = m_before;
        trusting.addCaCertificates(file);
        QSslConfiguration::setDefaultConfiguration(trusting);
    }
    ~TrustingComputer() { QSslConfiguration::setDefaultConfiguration(m_before); }
    Q_DISABLE_COPY_MOVE(TrustingComputer)

private:
    QSslConfiguration m_before = QSslConfiguration::defaultConfiguration();
};

} // namespace linterna::test
