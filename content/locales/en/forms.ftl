# Forms of topics: why one is refused.

error-form-invalid = The form is filled in, but not all of it can be taken. Look at what is marked and send it again.
error-form-changed = We ask for other things here by now. What you wrote is kept: look at what is marked and send it again.
error-form-edited-meanwhile = Somebody else saved this form meanwhile. Read it again, and make your change anew.
