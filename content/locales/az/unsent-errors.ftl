# What the API answers about what did not arrive.

error-unsent-unknown = Belə bir mesaj və ya yenilənmə artıq burada yoxdur. Səhifəni yeniləyin.
