# What the API answers about what did not arrive.

error-unsent-unknown = There is no such message or update to be seen to any more. Reload the page.
