FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig LICENSE ./
COPY eng/BannedSymbols.txt eng/
COPY src/SopKinerja.Domain/SopKinerja.Domain.csproj src/SopKinerja.Domain/packages.lock.json src/SopKinerja.Domain/
COPY src/SopKinerja.Forms/SopKinerja.Forms.csproj src/SopKinerja.Forms/packages.lock.json src/SopKinerja.Forms/
COPY src/SopKinerja.PrivatePostgres/SopKinerja.PrivatePostgres.csproj src/SopKinerja.PrivatePostgres/packages.lock.json src/SopKinerja.PrivatePostgres/
COPY src/SopKinerja.Web/SopKinerja.Web.csproj src/SopKinerja.Web/packages.lock.json src/SopKinerja.Web/
RUN dotnet restore src/SopKinerja.Web/SopKinerja.Web.csproj --locked-mode -p:PdfEngine=PDFsharp
COPY src/ src/
RUN dotnet publish src/SopKinerja.Web/SopKinerja.Web.csproj -c Release -o /app --no-restore -p:PdfEngine=PDFsharp
COPY .config/ .config/
COPY eng/ eng/
COPY docs/panduan/ docs/panduan/
RUN bash eng/sbom.sh /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
RUN apt-get update \
 && apt-get install -y --no-install-recommends curl fonts-liberation poppler-utils zbar-tools \
 && rm -rf /var/lib/apt/lists/*
COPY --from=build /app /app
# The image's own unprivileged account; a named volume takes over this owner when it is first used.
RUN mkdir /data && chown "$APP_UID" /data
USER $APP_UID
WORKDIR /app
ENV SOP_URLS=http://0.0.0.0:8080 SOP_DATA=/data
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=6 CMD ["curl", "-fsS", "-o", "/dev/null", "http://127.0.0.1:8080/sehat"]
ENTRYPOINT ["dotnet", "SopKinerja.Web.dll"]
