using System.ClientModel;
using System.Text;
using BriefingBot.TestServers.Models;
using OpenAI.Chat;

namespace BriefingBot.Inference.Tests.FakeModelTests;

/// <summary>Reads streams of a fake model through the official client.</summary>
internal static class StreamReader
{
    public static AsyncCollectionResult<StreamingChatCompletionUpdate> Stream(
        FakeModel model,
        string question,
        CancellationToken cancellationToken
    ) =>
        OpenAiClients
            .Create(model)
            .GetChatClient("m")
            .CompleteChatStreamingAsync([new UserChatMessage(question)], cancellationToken: cancellationToken);

    /// <summary>Everything up to the end or the error, and the error.</summary>
    public static async Task<(string Text, ChatFinishReason? Finish, Exception? Error)> ReadAsync(
        FakeModel model,
        CancellationToken cancellationToken
    )
    {
        StringBuilder text = new();
        ChatFinishReason? finish = null;
        try
        {
            await foreach (StreamingChatCompletionUpdate update in Stream(model, "What is new?", cancellationToken))
            {
                text.Append(string.Concat(update.ContentUpdate.Select(static part => part.Text)));
                finish = update.FinishReason ?? finish;
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return (text.ToString(), finish, exception);
        }

        return (text.ToString(), finish, null);
    }
}
