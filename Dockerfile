# syntax=docker/dockerfile:1

# Builds on the builder's own architecture for any target: what is published is portable code plus the native libraries of the target.
FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
ARG TARGETARCH
ARG OUTPUT=/publish
RUN dotnet publish src/BriefingBot --configuration Release --arch "$TARGETARCH" --no-self-contained -p:UseAppHost=false --output "$OUTPUT"
RUN mkdir /empty

# The Debian or Ubuntu image, not a "chiseled" or Alpine one: the encoder needs ICU.
FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /publish .
COPY --from=build --chown=$APP_UID:$APP_UID /empty /data
ENV BRIEFINGBOT__Data__Folder=/data \
    BRIEFINGBOT__Web__Urls=http://0.0.0.0:5080 \
    DOTNET_EnableDiagnostics=0
VOLUME /data
EXPOSE 5080
USER $APP_UID
HEALTHCHECK --interval=30s --timeout=5s --start-period=15s CMD ["dotnet", "BriefingBot.dll", "healthcheck"]
ENTRYPOINT ["dotnet", "BriefingBot.dll"]
