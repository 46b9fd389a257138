// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/accessibleitems.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QHash>
#include <QPointer>
#include <QTabBar>
#include <QTableView>

namespace linterna {

namespace {

bool hasCurrentItem(const QWidget *container)
{
    if (const auto *view = qobject_cast<const QAbstractItemView *>(container))
        return view->currentIndex().isValid();
    const auto *tabs = qobject_cast<const QTabBar *>(container);
    return tabs && tabs->currentIndex() >= 0;
}

//! Interface of a row, cell, heading or tab: passes everything to Qt's own interface except focus and actions.
class ItemInterface : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    ItemInterface(QAccessible::Id inner, QWidget *container) : m_inner(inner), m_container(container) {}

    //! Qt's own interface; null once the model has removed the item.
    [[nodiscard]] QAccessibleInterface *inner() const { return QAccessible::accessibleInterface(m_inner); }

    [[nodiscard]] bool isValid() const override { return m_container && inner() && inner()->isValid(); }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QWindow *window() const override { return isValid() ? inner()->window() : nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_container);
    }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        return isValid() ? inner()->text(kind) : QString();
    }
    void setText(QAccessible::Text kind, const QString &text) override
    {
        if (isValid())
            inner()->setText(kind, text);
    }
    [[nodiscard]] QRect rect() const override { return isValid() ? inner()->rect() : QRect(); }
    [[nodiscard]] QAccessible::Role role() const override { return isValid() ? inner()->role() : QAccessible::NoRole; }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        if (state.invalid)
            return state;
        state = inner()->state();
        state.focused = state.focused && m_container->hasFocus();
        return state;
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (!isValid())
            return nullptr;
        const bool acts = type == QAccessible::ActionInterface && inner()->actionInterface();
        return acts ? static_cast<QAccessibleActionInterface *>(this) : inner()->interface_cast(type);
    }

    [[nodiscard]] QStringList actionNames() const override
    {
        return isValid() ? inner()->actionInterface()->actionNames() : QStringList();
    }
    [[nodiscard]] QStringList keyBindingsForAction(const QString &name) const override
    {
        return isValid() ? inner()->actionInterface()->keyBindingsForAction(name) : QStringList();
    }
    void doAction(const QString &name) override
    {
        if (!isValid() || !m_container->isEnabled())
            return;
        auto *view = qobject_cast<QAbstractItemView *>(m_container);
        auto *cell = inner()->tableCellInterface();
        if (!view || !cell || name != toggleAction()) {
            inner()->actionInterface()->doAction(name);
            return;
        }
        const QModelIndex index = view->model()->index(cell->rowIndex(), cell->columnIndex(), view->rootIndex());
        QWidget *around = view->parentWidget(); // the popup, where the view is a combo box's list
        if (auto *box = qobject_cast<QComboBox *>(around ? around->parentWidget() : nullptr))
            pick(box, index.row());
        else if (view->selectionMode() == QAbstractItemView::SingleSelection)
            view->setCurrentIndex(index);
        else
            choose(view, index);
    }

private:
    static void pick(QComboBox *box, int row)
    {
        box->hidePopup();
        box->setCurrentIndex(row);
        emit box->activated(row);
    }

    //! Toggles an item like a click with Ctrl: the other items stay selected.
    void choose(QAbstractItemView *view, const QModelIndex &index)
    {
        view->selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
        inner()->actionInterface()->doAction(toggleAction());
    }

    QAccessible::Id m_inner;
    QPointer<QWidget> m_container;
};

//! Reports the focus of a view's current item after Qt has reported the focus of the view.
class ItemFocus : public QObject
{
public:
    using QObject::QObject;
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::FocusIn) {
            QMetaObject::invokeMethod(
                this, [this] { tell(); }, Qt::QueuedConnection);
        }
        return QObject::eventFilter(watched, event);
    }

private:
    void tell()
    {
        QAccessibleInterface *view = QAccessible::queryAccessibleInterface(parent());
        QAccessibleInterface *item = view ? view->focusChild() : nullptr;
        if (!item)
            return;
        QAccessibleEvent event(item, QAccessible::Focus);
        QAccessible::updateAccessibility(&event);
    }
};

//! Interface of a table, a list or a tab bar: passes everything to Qt's own interface except focus and items.
class ItemsInterface : public QAccessibleInterface, public QAccessibleTableInterface
{
public:
    ItemsInterface(QAccessibleInterface *inner, QWidget *container)
        : m_inner(QAccessible::uniqueId(inner)), m_container(container)
    {
        container->installEventFilter(new ItemFocus(container));
    }
    ~ItemsInterface() override
    {
        for (const QAccessible::Id each : std::as_const(m_items))
            QAccessible::deleteAccessibleInterface(each);
        QAccessible::deleteAccessibleInterface(m_inner);
    }
    Q_DISABLE_COPY_MOVE(ItemsInterface)

    [[nodiscard]] QAccessibleInterface *inner() const { return QAccessible::accessibleInterface(m_inner); }
    [[nodiscard]] QAccessibleTableInterface *table() const { return inner()->tableInterface(); }

    [[nodiscard]] bool isValid() const override { return m_container && inner() && inner()->isValid(); }
    [[nodiscard]] QObject *object() const override { return m_container; }
    [[nodiscard]] QWindow *window() const override { return inner()->window(); }
    [[nodiscard]] QList<std::pair<QAccessibleInterface *, QAccessible::Relation>> relations(
        QAccessible::Relation match) const override
    {
        return inner()->relations(match);
    }
    [[nodiscard]] QAccessibleInterface *focusChild() const override
    {
        if (!isValid() || !m_container->hasFocus() || !hasCurrentItem(m_container))
            return nullptr;
        if (const auto *view = qobject_cast<const QAbstractItemView *>(m_container)) {
            const QModelIndex current = view->currentIndex();
            return table() ? cellAt(current.row(), current.column()) : nullptr;
        }
        return child(static_cast<const QTabBar *>(m_container.data())->currentIndex());
    }
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override { return known(inner()->childAt(x, y)); }
    [[nodiscard]] QAccessibleInterface *parent() const override { return inner()->parent(); }
    [[nodiscard]] QAccessibleInterface *child(int index) const override { return known(inner()->child(index)); }
    [[nodiscard]] int childCount() const override { return inner()->childCount(); }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        const auto *item = dynamic_cast<const ItemInterface *>(child);
        return inner()->indexOfChild(item ? item->inner() : child);
    }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        // A name that was set comes first: for a tab bar Qt always gives the current tab's name, which that tab has
        // itself.
        const bool named = kind == QAccessible::Name && !m_container->accessibleName().isEmpty();
        return named ? m_container->accessibleName() : inner()->text(kind);
    }
    void setText(QAccessible::Text kind, const QString &text) override { inner()->setText(kind, text); }
    [[nodiscard]] QRect rect() const override { return inner()->rect(); }
    [[nodiscard]] QAccessible::Role role() const override { return inner()->role(); }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state = inner()->state();
        state.focused = m_container->hasFocus() && !hasCurrentItem(m_container);
        return state;
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        const bool isTable = type == QAccessible::TableInterface && table();
        return isTable ? static_cast<QAccessibleTableInterface *>(this) : inner()->interface_cast(type);
    }

    [[nodiscard]] QAccessibleInterface *caption() const override { return table()->caption(); }
    [[nodiscard]] QAccessibleInterface *summary() const override { return table()->summary(); }
    [[nodiscard]] QAccessibleInterface *cellAt(int row, int column) const override
    {
        return known(table()->cellAt(row, column));
    }
    [[nodiscard]] int selectedCellCount() const override { return table()->selectedCellCount(); }
    [[nodiscard]] QList<QAccessibleInterface *> selectedCells() const override
    {
        QList<QAccessibleInterface *> cells = table()->selectedCells();
        for (QAccessibleInterface *&each : cells)
            each = known(each);
        return cells;
    }
    [[nodiscard]] QString columnDescription(int column) const override { return table()->columnDescription(column); }
    [[nodiscard]] QString rowDescription(int row) const override { return table()->rowDescription(row); }
    [[nodiscard]] int selectedColumnCount() const override { return table()->selectedColumnCount(); }
    [[nodiscard]] int selectedRowCount() const override { return table()->selectedRowCount(); }
    [[nodiscard]] int columnCount() const override { return table()->columnCount(); }
    [[nodiscard]] int rowCount() const override { return table()->rowCount(); }
    [[nodiscard]] QList<int> selectedColumns() const override { return table()->selectedColumns(); }
    [[nodiscard]] QList<int> selectedRows() const override { return table()->selectedRows(); }
    [[nodiscard]] bool isColumnSelected(int column) const override { return table()->isColumnSelected(column); }
    [[nodiscard]] bool isRowSelected(int row) const override { return table()->isRowSelected(row); }
    bool selectRow(int row) override
    {
        auto *view = qobject_cast<QAbstractItemView *>(m_container);
        if (view && view->selectionMode() == QAbstractItemView::SingleSelection)
            view->setCurrentIndex(view->model()->index(row, 0, view->rootIndex()));
        return table()->selectRow(row);
    }
    bool selectColumn(int column) override { return table()->selectColumn(column); }
    bool unselectRow(int row) override { return table()->unselectRow(row); }
    bool unselectColumn(int column) override { return table()->unselectColumn(column); }
    void modelChange(QAccessibleTableModelChangeEvent *event) override
    {
        table()->modelChange(event);
        m_items.removeIf([](const auto &each) {
            const bool gone = !QAccessible::accessibleInterface(each.key());
            if (gone)
                QAccessible::deleteAccessibleInterface(each.value());
            return gone;
        });
    }

private:
    //! The ItemInterface for one of Qt's own; widgets' interfaces are returned as they are.
    [[nodiscard]] QAccessibleInterface *known(QAccessibleInterface *inner) const
    {
        if (!inner || inner->object())
            return inner;
        QAccessible::Id &id = m_items[QAccessible::uniqueId(inner)];
        if (id == 0)
            id = QAccessible::registerAccessibleInterface(new ItemInterface(QAccessible::uniqueId(inner), m_container));
        return QAccessible::accessibleInterface(id);
    }

    QAccessible::Id m_inner;
    QPointer<QWidget> m_container;
    //! Ids of ItemInterfaces by the ids of Qt's own.
    mutable QHash<QAccessible::Id, QAccessible::Id> m_items;
};

//! Interface of a plain QWidget. Qt reports a widget as focused also while its focus proxy has the focus (an entry
//! beside its button); this one reports only its own focus.
class PlainInterface : public QAccessibleWidget
{
public:
    using QAccessibleWidget::QAccessibleWidget;
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.focused = state.focused && QApplication::focusWidget() == object();
        return state;
    }
};

QAccessibleInterface *itemsInterface(const QString &className, QObject *object)
{
    if (className == QLatin1StringView("QWidget") && object->isWidgetType())
        return new PlainInterface(static_cast<QWidget *>(object));
    static const QObject *asked = nullptr;
    const bool holdsItems =
        qobject_cast<QTableView *>(object) || qobject_cast<QListView *>(object) || qobject_cast<QTabBar *>(object);
    if (!holdsItems || object == asked || className != QLatin1StringView(object->metaObject()->className()))
        return nullptr;
    asked = object; // so that Qt's own interface is returned for it
    QAccessibleInterface *inner = QAccessible::queryAccessibleInterface(object);
    asked = nullptr;
    return inner ? new ItemsInterface(inner, static_cast<QWidget *>(object)) : nullptr;
}

} // namespace

void reportItemsTruly()
{
    static bool installed = false;
    if (!std::exchange(installed, true))
        QAccessible::installFactory(itemsInterface);
}

ItemList::ItemList(QWidget *parent) : QListWidget(parent)
{
    reportItemsTruly();
}

void ItemList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    // QListView reports the current row as focused even when another widget has the keyboard focus.
    if (hasFocus())
        QListWidget::currentChanged(current, previous);
    else
        QAbstractItemView::currentChanged(current, previous); // NOLINT(bugprone-parent-virtual-call)
}

} // namespace linterna
