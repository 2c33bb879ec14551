# Nightdesk as one image. Not tested where it was written (there is no Docker on that machine): tell us when it fails.
FROM node:24-slim AS build
WORKDIR /desk
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev --no-audit --no-fund --loglevel=error
COPY . .
RUN node app/setup/run.mjs build \
  && npm prune --omit=dev --no-audit --no-fund --loglevel=error

FROM node:24-slim
ENV NODE_ENV=production PORT=8080
WORKDIR /desk
COPY --from=build --chown=node:node /desk ./
# The files of a desk without DATABASE_URL, its own PostgreSQL among them.
RUN mkdir -p .data && chown node:node .data
VOLUME /desk/.data
USER node
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
  CMD node -e "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"
CMD ["node", "app/main.ts", "start"]
