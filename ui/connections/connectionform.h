// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/secret.h"
#include "lib/connections/connectiondraft.h"
#include "ui/connections/secretentry.h"
#include "ui/connections/sectionsummary.h"

#include <QPointer>
#include <QSet>
#include <QWidget>

#include <array>

class QVBoxLayout;

namespace linterna {

class Disclosure;
class FieldControl;
class FormField;

//! The fields of one connection. Shows a draft and changes it as the person edits. Says at a field what is wrong with
//! it from the moment that the person leaves the field until it is right.
class ConnectionForm : public QWidget
{
    Q_OBJECT
public:
    explicit ConnectionForm(QWidget *parent = nullptr);
    ~ConnectionForm() override;

    //! Fields that cannot be changed.
    enum class Fixed {
        Nothing,
        Name,          //!< Of a connection that was saved before.
        NameAndServer, //!< Of a built-in connection: kind and addresses cannot be changed either.
    };
    void setDraft(const ConnectionDraft &draft, Fixed fixed);
    [[nodiscard]] const ConnectionDraft &draft() const { return m_draft; }
    //! Sets a field as if the person had entered the value.
    void setValue(QLatin1StringView field, const QJsonValue &value);
    //! Names that a new connection cannot have; letter case is ignored.
    void setTakenNames(const QStringList &names) { m_takenNames = names; }

    [[nodiscard]] SecretEntry &secret() const { return *m_secret; }
    //! Password that was entered for the proxy; empty where the connection names no proxy.
    [[nodiscard]] Secret proxyPassword() const;
    void clearSecrets();
    //! Text below the entry of the proxy's password: where that is stored.
    void setProxyPasswordHelp(const QString &help);
    //! Text below the entry of the client secret: where that is stored.
    void setSecretHelp(const QString &help);
    void setSecretProblem(const QString &problem);

    [[nodiscard]] bool isComplete() const { return problems().empty() && m_secret->hiddenCharacter().isEmpty(); }
    //! Shows all problems and moves the focus to the first field with one.
    void showProblems();
    void focusFirst();
    //! Disables all entries while something is waited for. The field that had the focus gets it back afterwards.
    void setWaiting(bool waiting);

signals:
    void edited();
    //! The person wants to choose a certificate file.
    void certificateFileRequested();
    //! A problem was shown at a field.
    void problemShown(const QString &text);

private:
    struct Row {
        QLatin1StringView field;
        FieldControl *control;
        FormField *box;
        Disclosure *section;
    };
    void build();
    void addRow(QLatin1StringView field, FieldControl *control, Disclosure *section = nullptr);
    Disclosure *addSection(FormSection section);
    [[nodiscard]] Row &row(QLatin1StringView field);
    void edit(QLatin1StringView field, const QJsonValue &value);
    void leave(const QWidget *old, const QWidget *now);
    [[nodiscard]] std::vector<FieldProblem> problems() const;
    void refresh();
    void arrange();
    [[nodiscard]] bool namesProxy() const;
    void sayProblems();
    void sayWords();
    void saySecret();
    [[nodiscard]] QString problemText(const Row &row, const FieldProblem &problem) const;

    ConnectionDraft m_draft;
    Fixed m_fixed = Fixed::Nothing;
    QStringList m_takenNames;
    std::vector<Row> m_rows;
    std::array<Disclosure *, 5> m_sections{};
    //! Names of fields that the person has left, at which a problem is shown if there is one.
    QSet<QString> m_watched;
    QVBoxLayout *m_layout;
    QVBoxLayout *m_sectionLayout;
    SecretEntry *m_secret;
    FormField *m_secretBox;
    SecretEntry *m_proxyPassword;
    FormField *m_proxyPasswordBox;
    QString m_secretHelp;
    QString m_secretProblem;
    QPointer<QWidget> m_focusBefore;
};

} // namespace linterna
