# What the API answers about articles.

error-article-unknown = There is no such article. Read the list again.
error-article-changed = Somebody changed this article meanwhile. Read it again; what you wrote is still here.
error-article-link = The link { $link } ({ $language }) leads nowhere. Use an address with https://, or article: and an article’s name.
error-article-slug-taken = Another article is or was called { $slug }. Choose another name.
error-section-unknown = There is no section { $section }. Choose one of the list.
error-section-used = The section { $section } still has articles. Move them first.
error-ai-off = This desk has no service that drafts answers. Its operator names one by AI_URL.
