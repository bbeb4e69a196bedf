# The image of every part of the hub; the command (gateway, worker, simulator, migrate) says which part it is.
FROM node:22-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
# PostgreSQL stands in a container of its own, so the packaged one (an optional dependency) stays out of the image.
RUN npm run build && npm prune --omit=dev --omit=optional

FROM node:22-slim
ENV NODE_ENV=production HUB_DATA_DIR=/data
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/schema ./schema
COPY --from=build /app/web/dist ./web/dist
COPY --from=build /app/workers ./workers
# A new named volume takes its owner from here.
RUN mkdir /data && chown node:node /data && chmod 700 /data
USER node
VOLUME /data
EXPOSE 4000 4006
ENTRYPOINT ["node", "dist/src/cli/main.js"]
CMD ["gateway"]
