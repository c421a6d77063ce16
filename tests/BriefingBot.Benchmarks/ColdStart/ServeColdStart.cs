using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace BriefingBot.Benchmarks.ColdStart;

/// <summary>
/// From starting the process of <c>serve</c> on an indexed store to the first answered question, and what that question spent its time on.
/// </summary>
internal static class ServeColdStart
{
    private const int Runs = 5;

    public static async Task RunAsync(
        string assembly,
        string dataDirectory,
        string coverage,
        string question,
        CancellationToken cancellationToken
    )
    {
        List<(double First, double Inside, double Second)> runs = [];
        for (int i = 0; i < Runs; i++)
        {
            var run = await RunOnceAsync(assembly, dataDirectory, coverage, question, cancellationToken);
            Console.WriteLine(
                $"start to first answer {run.First, 7:F0} ms, of which inside the first question {run.Inside, 6:F0} ms; "
                    + $"the same question again {run.Second, 6:F1} ms"
            );
            runs.Add(run);
        }

        Console.WriteLine(
            $"medians: {Median(runs.Select(r => r.First)):F0} ms to the first answer, "
                + $"{Median(runs.Select(r => r.Inside)):F0} ms inside it, {Median(runs.Select(r => r.Second)):F1} ms again"
        );
    }

    private static async Task<(double First, double Inside, double Second)> RunOnceAsync(
        string assembly,
        string data,
        string coverage,
        string question,
        CancellationToken cancellationToken
    )
    {
        string address = $"http://127.0.0.1:{FreePort()}";
        using HttpClient client = new() { BaseAddress = new Uri(address) };
        long started = Stopwatch.GetTimestamp();
        ProcessStartInfo start = new("dotnet", [assembly, "serve", "--urls", address, "--data", data, "--coverage", coverage])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var server = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        server.OutputDataReceived += static (_, _) => { };
        server.ErrorDataReceived += static (_, _) => { };
        server.BeginOutputReadLine();
        server.BeginErrorReadLine();
        try
        {
            double inside = await AskUntilAnsweredAsync(client, server, question, cancellationToken);
            double first = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            long again = Stopwatch.GetTimestamp();
            await AskAsync(client, question, cancellationToken);
            return (first, inside, Stopwatch.GetElapsedTime(again).TotalMilliseconds);
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync(cancellationToken);
        }
    }

    private static async Task<double> AskUntilAnsweredAsync(
        HttpClient client,
        Process server,
        string question,
        CancellationToken cancellationToken
    )
    {
        while (!server.HasExited)
        {
            try
            {
                return await AskAsync(client, question, cancellationToken);
            }
            catch (HttpRequestException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5), cancellationToken);
            }
        }

        throw new InvalidOperationException("The server ended before it answered.");
    }

    private static async Task<double> AskAsync(HttpClient client, string question, CancellationToken cancellationToken)
    {
        using var response = await client.PostAsJsonAsync("/api/ask", new { question }, cancellationToken);
        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        return answer.GetProperty("timings_ms").GetProperty("total").GetDouble();
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
