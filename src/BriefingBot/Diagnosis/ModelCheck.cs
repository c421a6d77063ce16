using System.Diagnostics;
using System.Globalization;
using BriefingBot.Core.Answering.Models;
using Microsoft.Extensions.AI;

namespace BriefingBot.Diagnosis;

/// <summary>Does the language model answer?</summary>
internal static class ModelCheck
{
    private const string Name = "model";
    private const int ProbeTokens = 16;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    /// <summary>Has the model write a word or two, when there is one; that costs next to nothing.</summary>
    public static async Task<DoctorFinding> RunAsync(IChatClient? chat, ModelOptions options, CancellationToken cancellationToken)
    {
        if (chat is null)
        {
            return options.BaseUrl is null && options.Model is null
                ? DoctorFinding.Ok(Name, "none is configured, so answers are extractive; docs/models.md says how to use one.")
                : DoctorFinding.Warn(
                    Name,
                    "Model:Model or Model:BaseUrl is set, but Model:Provider is None, so answers are extractive.",
                    "Set Model:Provider to OpenAI, Anthropic or Ollama, or remove the other settings."
                );
        }

        string name = $"'{options.Model}' at {chat.GetService<ChatClientMetadata>()?.ProviderUri?.Authority}";
        var limit = TimeSpan.FromSeconds(Math.Min(options.Timeout, LongestWait.TotalSeconds));
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(limit);
        try
        {
            return DoctorFinding.Ok(Name, $"{name} {await ProbeAsync(chat, deadline.Token)}");
        }
        catch (ModelException exception)
        {
            return Failed(exception.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name} did not write a word within {limit.TotalSeconds:0.#} s. It may be loading: try again, or use a faster one."
                )
            );
        }
    }

    private static async Task<string> ProbeAsync(IChatClient chat, CancellationToken cancellationToken)
    {
        long started = Stopwatch.GetTimestamp();
        TimeSpan? first = null;
        UsageDetails used = new();
        try
        {
            ChatMessage[] messages = [new(ChatRole.User, "Reply with the word OK.")];
            await foreach (
                var update in chat.GetStreamingResponseAsync(messages, new ChatOptions { MaxOutputTokens = ProbeTokens }, cancellationToken)
            )
            {
                if (update.Text.Length > 0 || update.FinishReason is not null)
                {
                    first ??= Stopwatch.GetElapsedTime(started);
                }

                foreach (var usage in update.Contents.OfType<UsageContent>())
                {
                    used.Add(usage.Details);
                }
            }
        }
        catch (ModelException) when (first is not null)
        {
            // It is there and writes; that the probe was too short for it to finish is no fault.
        }

        string cost = used is { InputTokenCount: { } read, OutputTokenCount: { } written }
            ? $"{read} tokens read and {written} written"
            : $"at most {ProbeTokens} tokens written";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"began to answer after {first?.TotalMilliseconds:0} ms (the probe took {cost})."
        );
    }

    private static DoctorFinding Failed(string detail) =>
        DoctorFinding.Fail(Name, detail, "Until then every answer is extractive. docs/models.md has the settings of each provider.");
}
