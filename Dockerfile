# The ledger's commands in a container; docker-compose.yml gives it its PostgreSQL.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /ledger
COPY Directory.Build.props Directory.Packages.props global.json .editorconfig ./
COPY src src
RUN dotnet publish src/VillageLedger.Cli -c Release -o /program

FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=build /program /program
USER app
ENTRYPOINT ["dotnet", "/program/ledger.dll"]
CMD ["demo"]
