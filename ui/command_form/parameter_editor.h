// ParameterEditor: the control with which one parameter of a cmdlet is edited, made after its ParameterInfo.
#pragma once

#include "model/cmdlet_info.h"
#include "model/deployment_info.h"

#include <QWidget>

namespace cspool {

class Desktop;

// Its focus proxy is the control that takes the keyboard.
class ParameterEditor : public QWidget
{
    Q_OBJECT

public:
    enum class FileUse { Open, Save, Folder };

    // `parameter` and `desktop` must outlive it.
    static ParameterEditor *create(const ParameterInfo &parameter, DeploymentKind kind, FileUse use, Desktop *desktop,
                                   QWidget *parent);

    // The control's own label with its mnemonic, where it has one (a check box); else `false`, and a label is needed.
    virtual bool setLabel(const QString &text);
    // In the form of CommandFormState::text(); emits nothing.
    virtual void setText(const QString &text) = 0;
    // Values to choose from, for a name of a pool.
    virtual void setSuggestions(const QStringList &suggestions);
    // Of the control, for screen readers.
    void describe(const QString &name, const QString &description);

Q_SIGNALS:
    void edited(const QString &text);
    void focused();

protected:
    explicit ParameterEditor(QWidget *parent);
    // The control that takes the keyboard.
    void setControl(QWidget *control);
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace cspool
