# A customer's copy of their data, and its end.

error-copy-gone = This copy cannot be fetched any more. Ask for a new one in the settings.
privacy-copy-ready = The copy of your data is ready. You can save it for 7 days: /cabinet → Settings.
privacy-erased = Your data here is erased. If you write again, we begin anew.
