import { Component, type ReactNode } from 'react';
import { Broken } from '../parts/states.js';

/** A screen that breaks, or whose file cannot be fetched, leaves the rest of the house standing. */
export class RoomBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return <div className="page"><Broken error={this.state.error} retry={() => window.location.reload()} /></div>;
  }
}
