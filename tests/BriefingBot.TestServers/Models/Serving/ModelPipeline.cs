using System.Text.Json;
using System.Text.Json.Nodes;
using BriefingBot.TestServers.Models.Faults;
using BriefingBot.TestServers.Models.Records;
using BriefingBot.TestServers.Models.Scripts;
using BriefingBot.TestServers.Models.Streaming;

namespace BriefingBot.TestServers.Models.Serving;

/// <summary>The way of every request: record, admission, fault, reading, answer.</summary>
internal sealed class ModelPipeline(FakeModelState state)
{
    private static readonly string[] KeyHeaders = ["authorization", "x-api-key", "api-key"];
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Answers one request; <paramref name="answer"/> is the JSON of what is not written by the model.</summary>
    public async Task HandleAsync(
        HttpContext context,
        ModelProtocol protocol,
        ModelRoute route,
        Func<JsonObject, ModelExchange, JsonObject>? answer = null
    )
    {
        ModelExchange exchange = Begin(context, route);
        using CancellationTokenSource aborted = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, state.Stopping);
        bool isAbandoned = false;
        try
        {
            await AnswerAsync(context, protocol, exchange, answer, aborted.Token);
        }
        catch (ModelErrorException exception)
        {
            await WriteErrorAsync(context, protocol, exchange, exception.Error, aborted.Token);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            isAbandoned = true;
            context.Abort();
        }
        finally
        {
            state.Record.End(exchange, isAbandoned);
        }
    }

    private async Task AnswerAsync(
        HttpContext context,
        ModelProtocol protocol,
        ModelExchange exchange,
        Func<JsonObject, ModelExchange, JsonObject>? answer,
        CancellationToken cancellationToken
    )
    {
        protocol.WriteHeaders(context.Response, exchange.Id);
        protocol.Admit(context.Request);
        ModelFault? fault = state.Faults.Next(exchange.Route);
        JsonObject? body = exchange.Route == ModelRoute.ModelList ? null : await RequestBody.ReadAsync(context.Request, cancellationToken);
        state.Record.Change(() => (exchange.Fault, exchange.Body) = (fault?.Kind.ToString(), body?.DeepClone().AsObject()));
        if (FaultyAnswers.ErrorOf(fault) is { } error)
        {
            throw new ModelErrorException(error);
        }

        ModelCall? call = answer is null ? protocol.ReadCall(context.Request, body!) : null;
        Checked(exchange, call);
        if (fault is not null)
        {
            // Before the answer, which may never end.
            SetStatus(exchange, fault.Kind is ModelFaultKind.DropTcp or ModelFaultKind.NeverAnswers ? 0 : 200);
            if (await FaultyAnswers.TryAnswerAsync(context, fault, call?.IsStreamed == true, cancellationToken))
            {
                return;
            }
        }

        if (call is null)
        {
            JsonObject json = answer!(body ?? [], exchange);
            SetStatus(exchange, 200);
            await WriteJsonAsync(context, json, cancellationToken);
            return;
        }

        ModelReply reply = fault?.Kind switch
        {
            ModelFaultKind.Nonsense => new ModelReply(NonsenseText.Write(fault.Nonsense, call.UserText.Length)),
            ModelFaultKind.Refuses => new ModelReply("") { Finish = ReplyFinish.Refused },
            _ => state.Scripts.Take().Reply(call),
        };
        state.Record.Change(() => exchange.Reply = reply);
        PlannedReply planned = PlannedReply.Of(reply, call, fault);
        if (call.IsStreamed)
        {
            await StreamAsync(context, protocol, exchange, call, planned, fault, cancellationToken);
        }
        else
        {
            await WriteWholeAsync(context, protocol, exchange, call, planned, fault, cancellationToken);
        }
    }

    private ModelExchange Begin(HttpContext context, ModelRoute route)
    {
        Dictionary<string, string> headers = context
            .Request.Headers.Where(static header => !KeyHeaders.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
            .ToDictionary(static header => header.Key.ToLowerInvariant(), static header => header.Value.ToString(), StringComparer.Ordinal);
        ModelExchange exchange = new(state.NextId("req-"), state.Now, route, context.Request.Path + context.Request.QueryString, headers)
        {
            HasKey = KeyHeaders.Any(context.Request.Headers.ContainsKey),
        };
        state.Record.Begin(exchange);
        return exchange;
    }

    private void Checked(ModelExchange exchange, ModelCall? call)
    {
        if (call is null)
        {
            return;
        }

        int tokens = 3 + TokenSplitter.Count(call.FullText);
        state.Record.Change(() => (exchange.Call, exchange.InputTokens) = (call, tokens));
        if (tokens > state.Options.ContextWindow)
        {
            throw ModelErrorException.Invalid(
                $"This model's maximum context length is {state.Options.ContextWindow} tokens. However, your messages "
                    + $"resulted in {tokens} tokens.",
                "messages",
                "context_length_exceeded"
            );
        }
    }

    private async Task StreamAsync(
        HttpContext context,
        ModelProtocol protocol,
        ModelExchange exchange,
        ModelCall call,
        PlannedReply planned,
        ModelFault? fault,
        CancellationToken cancellationToken
    )
    {
        context.Response.ContentType = protocol.StreamType;
        context.Response.Headers.CacheControl = "no-cache";
        SetStatus(exchange, 200);
        try
        {
            await WriteEventsAsync(context, protocol.Opening(exchange, call), cancellationToken);
            await foreach (string token in new TokenPacer(state).PaceAsync(exchange, planned.Tokens, fault, cancellationToken))
            {
                await WriteEventsAsync(context, [protocol.Token(exchange, call, token)], cancellationToken);
                Wrote(exchange, token);
            }

            await WriteEventsAsync(context, protocol.Closing(exchange, call, planned.Finish), cancellationToken);
        }
        catch (StreamCutException cut) when (cut.Kind == ModelFaultKind.ErrorInStream)
        {
            await WriteEventsAsync(context, [protocol.ErrorEvent(new ModelError(529, "Overloaded"), exchange.Id)], cancellationToken);
        }
        catch (StreamCutException cut) when (cut.Kind == ModelFaultKind.MalformedJson)
        {
            await WriteEventsAsync(context, [protocol.BrokenEvent()], cancellationToken);
        }
        catch (StreamCutException cut) when (cut.Kind == ModelFaultKind.EndWithoutFinish)
        {
            // The body just ends.
        }

        // A CutStream goes on to the server, which then sends what was written and closes the connection inside the body. An abort might
        // throw tokens away that are on their way.
    }

    private async Task WriteWholeAsync(
        HttpContext context,
        ModelProtocol protocol,
        ModelExchange exchange,
        ModelCall call,
        PlannedReply planned,
        ModelFault? fault,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await foreach (string token in new TokenPacer(state).PaceAsync(exchange, planned.Tokens, fault, cancellationToken))
            {
                Wrote(exchange, token);
            }
        }
        catch (StreamCutException cut) when (cut.Kind == ModelFaultKind.ErrorInStream)
        {
            throw new ModelErrorException(new ModelError(500, "The server had an error while processing your request."));
        }
        catch (StreamCutException)
        {
            SetStatus(exchange, 0);
            context.Abort();
            return;
        }

        SetStatus(exchange, 200);
        await WriteJsonAsync(context, protocol.Whole(exchange, call, exchange.Written, planned.Finish), cancellationToken);
    }

    private void Wrote(ModelExchange exchange, string token) =>
        state.Record.Change(() =>
        {
            exchange.Written += token;
            exchange.WrittenTokens++;
        });

    private void SetStatus(ModelExchange exchange, int status) => state.Record.Change(() => exchange.Status = status);

    private static async Task WriteEventsAsync(HttpContext context, IEnumerable<string> events, CancellationToken cancellationToken)
    {
        foreach (string item in events)
        {
            await context.Response.WriteAsync(item, cancellationToken);
        }

        await context.Response.Body.FlushAsync(cancellationToken);
    }

    private static async Task WriteJsonAsync(HttpContext context, JsonObject json, CancellationToken cancellationToken)
    {
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(json.ToJsonString(Json), cancellationToken);
    }

    private async Task WriteErrorAsync(
        HttpContext context,
        ModelProtocol protocol,
        ModelExchange exchange,
        ModelError error,
        CancellationToken cancellationToken
    )
    {
        SetStatus(exchange, error.Status);
        context.Response.StatusCode = error.Status;
        if (error.RetryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds)
                .ToString("0", System.Globalization.CultureInfo.InvariantCulture);
        }

        try
        {
            await WriteJsonAsync(context, protocol.Error(error, exchange.Id), cancellationToken);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            context.Abort();
        }
    }
}
