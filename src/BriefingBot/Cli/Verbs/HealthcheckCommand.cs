using System.CommandLine;
using BriefingBot.Cli.Output;
using BriefingBot.Configuration;
using BriefingBot.Web.Hosting;
using Microsoft.Extensions.Options;

namespace BriefingBot.Cli.Verbs;

/// <summary><c>healthcheck</c>: asks a running console on this machine whether it is up; for containers without curl.</summary>
internal static class HealthcheckCommand
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(3);

    public static Command Create(VerbServices services, CommonOptions common)
    {
        var command = new Command("healthcheck", "Asks a running console on this machine whether it is up.") { common.Urls };
        command.SetAction(
            (parsed, cancellationToken) =>
                CommandRunner.RunAsync(
                    async token =>
                    {
                        await using var provider = services.Build(common.Read(parsed));
                        var address = ListenAddress.Parse(provider.GetRequiredService<IOptions<WebOptions>>().Value.Addresses[0]).Local;
                        return await AskAsync(new Uri(address, "/healthz"), token);
                    },
                    cancellationToken
                )
        );
        return command;
    }

    private static async Task<int> AskAsync(Uri address, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { Timeout = Timeout };
        try
        {
            using var response = await client.GetAsync(address, cancellationToken);
            if (response.IsSuccessStatusCode)
            {
                return ExitCodes.Done;
            }

            Terminal.WriteError($"{address} answers {(int)response.StatusCode}.");
        }
        catch (HttpRequestException exception)
        {
            Terminal.WriteError($"{address} cannot be reached: {exception.Message}");
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Terminal.WriteError($"{address} does not answer within {Timeout.TotalSeconds} s.");
        }

        return ExitCodes.Failed;
    }
}
