namespace BriefingBot.Slack.Inbound;

/// <summary>
/// Takes a delivery: completes when it is journaled, well within three seconds, and throws when it could not be; then there is no ack, and
/// Slack sends an event again. Called by many at once, never twice for one delivery that succeeded.
/// </summary>
/// <param name="delivery">What came.</param>
/// <param name="cancellationToken">The platform stops.</param>
internal delegate Task<SlackAck> SlackReceiver(SlackDelivery delivery, CancellationToken cancellationToken);
