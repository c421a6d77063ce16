using System.Net;
using System.Text.RegularExpressions;
using BriefingBot.EndToEnd.Tests.Architecture;
using BriefingBot.EndToEnd.Tests.Bot;

namespace BriefingBot.EndToEnd.Tests.Deployment;

/// <summary>The compose file says what operators can bring up as it is.</summary>
public sealed partial class ComposeTests(SampleBot bot)
{
    private const string SecretFolder = "/run/secrets/";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_replicas_of_the_bot_share_one_PostgreSQL()
    {
        var services = (await ComposeFile.ReadAsync(Cancel)).Services;

        Assert.Equal(["bot", "postgres"], services.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("2", services["bot"]["deploy", "replicas"]);
        Assert.Equal("Postgres", services["bot"].Environment["BRIEFINGBOT__Storage__Provider"]);
        Assert.Equal("pgvector/pgvector:pg17", services["postgres"]["image"]);
    }

    [Fact]
    public async Task The_image_is_built_of_the_Dockerfile_of_the_repository()
    {
        var context = (await ComposeFile.ReadAsync(Cancel)).Services["bot"]["build", "context"];

        Assert.True(File.Exists(Path.Combine(ComposeFile.Folder, context!, "Dockerfile")));
    }

    [Fact]
    public async Task Every_secret_volume_and_network_is_declared_and_used()
    {
        var file = await ComposeFile.ReadAsync(Cancel);
        var services = file.Services.Values;

        AssertSame(file.Declared("secrets"), services.SelectMany(static service => service.Secrets));
        AssertSame(file.Declared("volumes"), services.SelectMany(static service => service.NamedVolumes));
        AssertSame(file.Declared("networks"), services.SelectMany(static service => service.Networks));
    }

    [Fact]
    public async Task Every_secret_is_a_file_that_its_service_is_given()
    {
        var file = await ComposeFile.ReadAsync(Cancel);
        var settings = file.Services.Values.SelectMany(static service =>
            service.Environment.Select(setting => (Service: service, Name: setting.Key, setting.Value))
        );

        var secrets = settings.Where(static setting => SecretName.IsMatch(setting.Name)).ToList();

        Assert.Equal(file.Secrets.Count, secrets.Count);
        Assert.All(
            secrets,
            static setting =>
            {
                Assert.EndsWith("FILE", setting.Name, StringComparison.OrdinalIgnoreCase);
                Assert.StartsWith(SecretFolder, setting.Value, StringComparison.Ordinal);
                Assert.Contains(setting.Value[SecretFolder.Length..], setting.Service.Secrets);
            }
        );
    }

    [Fact]
    public async Task Neither_the_file_nor_git_nor_the_image_holds_a_secret()
    {
        var file = await ComposeFile.ReadAsync(Cancel);

        Assert.DoesNotMatch(WrittenSecret, file.Text);
        Assert.All(file.Secrets.Values, static path => Assert.StartsWith("secrets/", path, StringComparison.Ordinal));
        Assert.Contains("/deploy/secrets/", await LinesAsync(".gitignore"));
        Assert.Contains("deploy/", await LinesAsync(".dockerignore"));
    }

    [Fact]
    public async Task The_bot_starts_when_the_database_is_healthy()
    {
        var services = (await ComposeFile.ReadAsync(Cancel)).Services;

        Assert.Equal("service_healthy", Assert.Single(services["bot"].WaitsFor, static wait => wait.Key == "postgres").Value);
        Assert.Equal("pg_isready", services["postgres"].HealthCheck[0]);
    }

    [Fact]
    public async Task The_health_check_is_that_of_the_image_and_works_in_it()
    {
        var check = (await ComposeFile.ReadAsync(Cancel)).Services["bot"].HealthCheck;
        string image = (await LinesAsync("Dockerfile")).Single(static line => line.StartsWith("HEALTHCHECK ", StringComparison.Ordinal));

        Assert.EndsWith($"CMD [{string.Join(", ", check.Select(static word => $"\"{word}\""))}]", image, StringComparison.Ordinal);
        Assert.Equal(["dotnet", "BriefingBot.dll"], check.Take(2));
        var result = await BotProcess.RunAsync([.. check.Skip(2), "--urls", bot.Client.BaseAddress!.ToString()]);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task Every_health_path_that_is_named_is_one_of_the_bot()
    {
        var file = await ComposeFile.ReadAsync(Cancel);
        string[] paths = [.. HealthPath.Matches(file.Text).Select(static match => match.Value)];

        Assert.NotEmpty(paths);
        foreach (string path in paths)
        {
            using var response = await bot.Client.GetAsync(new Uri(path, UriKind.Relative), Cancel);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    [Fact]
    public async Task No_container_can_write_to_its_root_or_gain_rights()
    {
        var services = (await ComposeFile.ReadAsync(Cancel)).Services.Values;

        Assert.All(services, static service => Assert.Equal("true", service["read_only"]));
        Assert.All(services, static service => Assert.Contains("no-new-privileges:true", service.SecurityOptions));
    }

    [Fact]
    public async Task The_console_is_published_on_the_loopback_address_with_a_port_for_each_replica()
    {
        var file = await ComposeFile.ReadAsync(Cancel);

        var published = Assert.Single(file.Services["bot"].Ports);
        var range = Assert.Single(PublishedPort.Matches(published)).Groups;
        Assert.Equal(2, int.Parse(range["last"].Value) - int.Parse(range["first"].Value) + 1);
        Assert.Contains($"EXPOSE {range["inside"].Value}", await LinesAsync("Dockerfile"));
        Assert.Empty(file.Services["postgres"].Ports);
    }

    private static void AssertSame(IEnumerable<string> declared, IEnumerable<string> used) =>
        Assert.Equal(declared.Order(StringComparer.Ordinal), used.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static Task<string[]> LinesAsync(string file) => File.ReadAllLinesAsync(Path.Combine(ProjectFile.Repository, file), Cancel);

    [GeneratedRegex("password|secret|token|key|connectionstring", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex SecretName { get; }

    [GeneratedRegex("password=|xox[bp]-|sk-[a-z0-9]|[0-9a-f]{32}", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex WrittenSecret { get; }

    [GeneratedRegex("/[a-z]+z\\b", RegexOptions.None, 1000)]
    private static partial Regex HealthPath { get; }

    [GeneratedRegex("^127\\.0\\.0\\.1:(?<first>[0-9]+)-(?<last>[0-9]+):(?<inside>[0-9]+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PublishedPort { get; }
}
