// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "connections/connectiondraft.h"
#include "settings/secretentry.h"
#include "settings/sectionsummary.h"

#include <QPointer>
#include <QSet>
#include <QWidget>

#include <array>

class QVBoxLayout;

namespace linterna {

class Disclosure;
class FieldControl;
class FormField;

//! The fields of one connection. Shows a draft, changes it as the person does, and says at each field what is wrong
//! with it: as soon as the person leaves it, and no longer than it is.
class ConnectionForm : public QWidget
{
    Q_OBJECT
public:
    explicit ConnectionForm(QWidget *parent = nullptr);
    ~ConnectionForm() override;

    //! What of a connection cannot be changed.
    enum class Fixed {
        Nothing,
        Name,          //!< It was saved before.
        NameAndServer, //!< Built in: kind and addresses too.
    };
    void setDraft(const ConnectionDraft &draft, Fixed fixed);
    [[nodiscard]] const ConnectionDraft &draft() const { return m_draft; }
    //! As if the person had entered it.
    void setValue(QLatin1StringView field, const QJsonValue &value);
    //! Names that a new connection cannot have, in whatever case.
    void setTakenNames(const QStringList &names) { m_takenNames = names; }

    [[nodiscard]] SecretEntry &secret() const { return *m_secret; }
    //! What was entered as the password for the proxy; empty where the connection names none.
    [[nodiscard]] Secret proxyPassword() const;
    void clearSecrets();
    //! Where the password for the proxy is, below its entry.
    void setProxyPasswordHelp(const QString &help);
    //! Where the secret is, below its entry.
    void setSecretHelp(const QString &help);
    void setSecretProblem(const QString &problem);

    [[nodiscard]] bool isComplete() const { return problems().empty() && m_secret->hiddenCharacter().isEmpty(); }
    //! Says everything that is wrong and moves to the first of it.
    void showProblems();
    void focusFirst();
    //! Nothing can be entered while something waits. The field that had the focus has it again afterwards.
    void setWaiting(bool waiting);

signals:
    void edited();
    //! The person wants a certificate file of their own.
    void certificateFileRequested();
    //! Something wrong was said at a field.
    void problemShown(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

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
    //! Fields at which a problem is said, if there is one.
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
